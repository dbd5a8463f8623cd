import 'server-only';
import { now } from '@/lib/platform/clock';
import { setCookie } from './cookies';

const HOUR = 3_600_000;
type Kept = 'mailed' | 'setup';

/**
 * Takes a token out of the address: into a cookie of this browser, then on to a page without it (R26). Nothing changes
 * on the server, however often a mail scanner comes by.
 */
export async function keepOutOfAddress(request: Request, kept: { name: string; cookie: Kept; page: string }) {
  const token = new URL(request.url).searchParams.get(kept.name);
  // Mail programs break long lines: what is left of the token is still shown for what it is, incomplete.
  if (token !== null) await setCookie(kept.cookie, token.slice(0, 200), new Date(now().getTime() + HOUR));
  return new Response(null, { status: 303, headers: { Location: kept.page, 'Cache-Control': 'no-store' } });
}
