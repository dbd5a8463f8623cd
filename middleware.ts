import { type NextRequest, NextResponse } from 'next/server';
import { policy } from '@/lib/core/csp.mjs';

const WORKSPACE_HEADER = 'x-active-workspace';

/**
 * Two duties on pages that are rendered per request, and it protects nothing: it hands the active-workspace cookie to
 * the page in a header of its own (removing any such header a client sent), and gives the page's policy its nonce.
 */
export function middleware(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const csp = policy(`'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`);
  const headers = new Headers(request.headers);
  headers.delete(WORKSPACE_HEADER);
  const wanted = request.cookies.get('active-workspace')?.value;
  if (wanted) headers.set(WORKSPACE_HEADER, wanted);
  // Next.js takes the nonce for its own scripts from this request header.
  headers.set('content-security-policy', csp);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', csp);
  return response;
}

const development = process.env.NODE_ENV === 'development';

export const config = {
  matcher: [
    '/accounts/:path*',
    '/tools/:slug+',
    '/w/:path*',
    '/workspaces/:path*',
    '/admin/:path*',
    '/setup/:path*',
    '/outbox/:path*',
    // A form posted without JavaScript to a prerendered page is rendered per request, so it needs a nonce too.
    { source: '/((?!_next/|api/).*)', has: [{ type: 'header', key: 'content-type' }] },
  ],
};
