import 'server-only';
import { PrismaAdapter } from '@auth/prisma-adapter';
import { type Db, db } from './db';
import { digest } from './seal';

type Stock = Required<ReturnType<typeof PrismaAdapter>>;

/** What our sessions know beside NextAuth's three columns. */
export type NewSession = {
  sessionToken: string;
  userId: string;
  expires: Date;
  idleSeconds: number;
  remembered: boolean;
  device: string;
  network: string;
  createdAt: Date;
  lastSeenAt: Date;
  provedAt: Date;
};

/**
 * NextAuth's Prisma adapter, storing digests only: callers hand in the raw token and get it back; the row holds its
 * SHA-256. Give it a transaction's client, and sessions begin and end inside that transaction.
 */
export function sessionStore(client: Db = db()) {
  // The adapter asks for a whole client but uses its models alone, which a transaction's client has too.
  const stock = PrismaAdapter(client as Parameters<typeof PrismaAdapter>[0]) as Stock;
  return {
    ...stock,
    createSession: async (session: Parameters<Stock['createSession']>[0] | NewSession) => {
      const made = await stock.createSession({ ...session, sessionToken: digest(session.sessionToken) });
      return { ...made, sessionToken: session.sessionToken };
    },
    getSessionAndUser: async (token: string) => {
      const found = await stock.getSessionAndUser(digest(token));
      return found && { ...found, session: { ...found.session, sessionToken: token } };
    },
    updateSession: async (session: Parameters<Stock['updateSession']>[0]) => {
      const updated = await stock.updateSession({ ...session, sessionToken: digest(session.sessionToken) });
      return updated && { ...updated, sessionToken: session.sessionToken };
    },
    deleteSession: async (token: string) => {
      await client.session.deleteMany({ where: { sessionToken: digest(token) } });
    },
    createVerificationToken: async (made: Parameters<Stock['createVerificationToken']>[0]) => {
      const row = await stock.createVerificationToken({ ...made, token: digest(made.token) });
      return row && { ...row, token: made.token };
    },
    useVerificationToken: async (used: Parameters<Stock['useVerificationToken']>[0]) => {
      const row = await stock.useVerificationToken({ ...used, token: digest(used.token) });
      return row && { ...row, token: used.token };
    },
  };
}
