import 'server-only';
import { env } from '@/lib/platform/env';

/** True when a browser sent this from one of our own pages (R57). Server actions are checked by Next.js itself. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === new URL(env().APP_URL).origin;
  return site === 'same-origin' || site === 'none';
}
