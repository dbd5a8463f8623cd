import { signOut } from '@/lib/accounts/commands/sign-out';
import { isSameOrigin } from '@/lib/web/same-origin';
import { dropSession } from '@/lib/web/session';
import { currentViewer } from '@/lib/web/viewer';

/** Sign-out is a plain form post, never a soft navigation: the browser then keeps nothing of the pages before. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response('This form must be sent from this site.', { status: 403 });
  await signOut(await currentViewer());
  await dropSession();
  return new Response(null, {
    status: 303,
    headers: { Location: '/accounts/login/?signed-out=1', 'Cache-Control': 'no-store', 'Clear-Site-Data': '"cache"' },
  });
}
