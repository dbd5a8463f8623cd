import 'server-only';
import { cookies } from 'next/headers';
import { env } from '@/lib/platform/env';

// `__Host-` binds a cookie to this host, to https and to the root path; browsers refuse it on plain http.
const prefix = () => (env().secure ? '__Host-' : '');
const base = () => ({ path: '/', secure: env().secure, sameSite: 'lax' as const });

/** The cookies of the product; the cookie policy lists each (a test compares it with a crawl). */
export const cookieNames = {
  session: () => `${prefix()}session`,
  /** Not a secret: tells prerendered pages that asking for the session is worth a request. */
  hasSession: () => 'has-session',
  /** A membership id: the default workspace, never authority. */
  workspace: () => 'active-workspace',
  /** Which registration this browser began. */
  pending: () => `${prefix()}pending-registration`,
  /** A sign-in whose password was right and whose second factor is still to come. */
  secondStep: () => `${prefix()}second-step`,
  /** The token of a mailed link, taken out of the URL until its button is pressed. */
  mailed: () => `${prefix()}mailed-link`,
  /** The address a new password was asked for, sealed: shown on the next page, whether it has an account or not. */
  asked: () => `${prefix()}asked-for`,
  /** The set-up code, taken out of the URL. */
  setup: () => `${prefix()}setup`,
};

type Kind = keyof typeof cookieNames;

export async function readCookie(kind: Kind): Promise<string | null> {
  return (await cookies()).get(cookieNames[kind]())?.value ?? null;
}

/** Sets a cookie; without `expires` it ends with the browser. Only the marker can be read by scripts. */
export async function setCookie(kind: Kind, value: string, expires?: Date): Promise<void> {
  (await cookies()).set(cookieNames[kind](), value, { ...base(), httpOnly: kind !== 'hasSession', expires });
}

export async function clearCookie(kind: Kind): Promise<void> {
  (await cookies()).set(cookieNames[kind](), '', { ...base(), httpOnly: kind !== 'hasSession', maxAge: 0 });
}
