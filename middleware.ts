import { type NextRequest, NextResponse } from 'next/server';
import { nonced, POLICY_HEADER, WORKSPACE_HEADER } from '@/lib/core/page-request.mjs';

/**
 * Two duties on pages that are rendered per request, and it protects nothing: it hands the active-workspace cookie to
 * the page in a header of its own (removing any such header a client sent), and gives the page's policy its nonce. The
 * web server of `npm start` has done both already, for less (docs/decisions/0021): then it is not called at all.
 */
export function middleware(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const csp = nonced(nonce, development);
  const headers = new Headers(request.headers);
  headers.delete(WORKSPACE_HEADER);
  const wanted = request.cookies.get('active-workspace')?.value;
  if (wanted) headers.set(WORKSPACE_HEADER, wanted);
  // Next.js takes the nonce for its own scripts from this request header.
  headers.set(POLICY_HEADER, csp);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(POLICY_HEADER, csp);
  return response;
}

const development = process.env.NODE_ENV === 'development';

// Next.js reads these from the source, so each is written out. The header is there when the web server has set it, which
// also removes any that a client sent.
export const config = {
  matcher: [
    { source: '/accounts/:path*', missing: [{ type: 'header', key: 'content-security-policy' }] },
    { source: '/tools/:slug+', missing: [{ type: 'header', key: 'content-security-policy' }] },
    { source: '/w/:path*', missing: [{ type: 'header', key: 'content-security-policy' }] },
    { source: '/workspaces/:path*', missing: [{ type: 'header', key: 'content-security-policy' }] },
    { source: '/admin/:path*', missing: [{ type: 'header', key: 'content-security-policy' }] },
    { source: '/setup/:path*', missing: [{ type: 'header', key: 'content-security-policy' }] },
    { source: '/outbox/:path*', missing: [{ type: 'header', key: 'content-security-policy' }] },
    // A form posted without JavaScript to a prerendered page is rendered per request, so it needs a nonce too.
    {
      source: '/((?!_next/|api/).*)',
      has: [{ type: 'header', key: 'content-type' }],
      missing: [{ type: 'header', key: 'content-security-policy' }],
    },
  ],
};
