import 'server-only';
import { randomInt } from 'node:crypto';
import type { Change } from '@/lib/platform/change';
import type { Db } from '@/lib/platform/db';
import { digest, keyedDigest, randomToken } from '@/lib/platform/seal';
import { sessionStore } from '@/lib/platform/session-store';
import { DAY, lasts, nextMailAt } from '../rules/limits';

/** What a mailed token is for. A token for one purpose is nothing for another. */
export type Purpose = 'verify' | 'reset' | 'change-address' | 'undo-address' | 'undo-deletion' | 'stop-factor-removal';

type Wanted = {
  purpose: Purpose;
  address: string;
  userId: string | null;
  returnTo?: string | null;
  /** Until when the link works, where that is not the purpose's usual time. */
  until?: Date;
};

/**
 * A new link and a new typed code. Those that the same account was sent before for the same purpose no longer work.
 * Without an account (`userId` null) the row is written all the same: the time of the next mail depends on it (R18).
 */
export async function issue({ db, now }: Change, { purpose, address, userId, returnTo = null, until }: Wanted) {
  // Every address somebody had may be put back: the link to the one before last works on when a newer one is sent.
  const whose = userId && purpose !== 'undo-address' ? { userId } : { userId, address };
  // A closed account is taken back by the mailed link and by the one a sign-in gives, whichever comes first.
  if (purpose !== 'undo-deletion') {
    await db.verificationToken.updateMany({
      where: { purpose, ...whose, spentAt: null, supersededAt: null },
      data: { supersededAt: now },
    });
  }
  const token = randomToken();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const row = {
    identifier: `${purpose}:${address}`,
    token,
    expires: until ?? new Date(now.getTime() + lasts[purpose]),
    purpose,
    address,
    userId,
    returnTo,
    codeDigest: codeDigest(address, userId, code),
    codeExpires: hasCode.has(purpose) ? new Date(now.getTime() + lasts.verifyCode) : null,
    createdAt: now,
  };
  await sessionStore(db).createVerificationToken(row);
  return { token, code, key: digest(token) };
}

// The others are pressed where they are read, so their mails carry no code.
const hasCode: ReadonlySet<Purpose> = new Set(['verify', 'change-address', 'reset']);

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
