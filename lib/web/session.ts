import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import type { Adapter } from 'next-auth/adapters';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { sessionStore } from '@/lib/platform/session-store';
import { clearCookie, cookieNames, setCookie } from './cookies';

/** NextAuth, without providers: people sign in through our own form; NextAuth's adapter owns the session rows. */
export function authOptions(): NextAuthOptions {
  const store = sessionStore();
  const adapter = {
    ...store,
    // One rule says when a session is over: the statement every page asks.
    getSessionAndUser: async (token: string) => {
      const person = await findPerson(token, null, { now: now(), requestId: 'next-auth' });
      return person && store.getSessionAndUser(token);
    },
    // NextAuth would move the end of a session forward; ours has an absolute limit.
    updateSession: async () => null,
  };
  return {
    adapter: adapter as unknown as Adapter,
    secret: env().AUTH_SECRET,
    providers: [],
    session: { strategy: 'database' },
    pages: { signIn: '/accounts/login/', signOut: '/accounts/profile/', error: '/accounts/login/' },
    cookies: {
      sessionToken: {
        name: cookieNames.session(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: env().secure },
      },
    },
    callbacks: {
      session: ({ session, user }) => ({ ...session, user: { ...session.user, id: user.id } }),
    },
  };
}

/** Gives this browser the session that a command has begun. `until` null: it ends with the browser. */
export async function carrySession(sessionToken: string, until: Date | null): Promise<void> {
  await renewCookie(sessionToken, until);
  await clearCookie('workspace');
  for (const cookie of ['secondStep', 'pending', 'mailed', 'asked'] as const) await clearCookie(cookie);
}

/** Gives this browser the new token of the session it has already. */
export async function renewCookie(sessionToken: string, until: Date | null): Promise<void> {
  await setCookie('session', sessionToken, until ?? undefined);
  await setCookie('hasSession', '1', until ?? undefined);
}

/** Takes the cookies of a session that a command has ended. */
export async function dropSession(): Promise<void> {
  for (const cookie of ['session', 'hasSession', 'workspace'] as const) await clearCookie(cookie);
}
