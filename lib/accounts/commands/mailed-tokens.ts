import 'server-only';
import { randomInt } from 'node:crypto';
import type { Change } from '@/lib/platform/change';
import type { Db } from '@/lib/platform/db';
import { digest, keyedDigest, randomToken } from '@/lib/platform/seal';
import { sessionStore } from '@/lib/platform/session-store';
import { DAY, lasts, nextMailAt } from '../rules/limits';

/** What a mailed token is for. A token for one purpose is nothing for another. */
export type Purpose = 'verify' | 'reset';

type Wanted = { purpose: Purpose; address: string; userId: string | null; returnTo?: string | null };

/**
 * A new link and a new typed code. Those that the same account was sent before for the same purpose no longer work.
 * Without an account (`userId` null) the row is written all the same: the time of the next mail depends on it (R18).
 */
export async function issue({ db, now }: Change, { purpose, address, userId, returnTo = null }: Wanted) {
  const whose = userId ? { userId } : { userId: null, address };
  await db.verificationToken.updateMany({
    where: { purpose, ...whose, spentAt: null, supersededAt: null },
    data: { supersededAt: now },
  });
  const token = randomToken();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const row = {
    identifier: `${purpose}:${address}`,
    token,
    expires: new Date(now.getTime() + lasts[purpose]),
    purpose,
    address,
    userId,
    returnTo,
    codeDigest: codeDigest(address, userId, code),
    codeExpires: purpose === 'verify' ? new Date(now.getTime() + lasts.verifyCode) : null,
    createdAt: now,
  };
  await sessionStore(db).createVerificationToken(row);
  return { token, code, key: digest(token) };
}

/** A code belongs to one account and one address. */
export const codeDigest = (address: string, userId: string | null, code: string) =>
  keyedDigest('mailed-code', `${userId}:${address}:${code}`);

/** When the next mail of this purpose may go to the address: null is now. The same for addresses nobody has an account with. */
export async function nextMail(db: Db, purpose: Purpose, address: string, now: Date): Promise<Date | null> {
  const sent = await db.verificationToken.findMany({
    where: { identifier: `${purpose}:${address}`, createdAt: { gt: new Date(now.getTime() - DAY) } },
    select: { createdAt: true },
  });
  return nextMailAt(
    sent.map(row => row.createdAt),
    now,
  );
}

/** One change at a time for an address, whether it has an account or not. Held until the transaction ends. */
export async function holdAddress(db: Db, address: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`address:${address}`}, 0))`;
}
