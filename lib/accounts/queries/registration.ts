import 'server-only';
import type { Viewer } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { digest } from '@/lib/platform/seal';
import type { Purpose } from '../commands/mailed-tokens';
import { DAY, nextMailAt } from '../rules/limits';
import { readLink } from '../rules/mailed-link';
import type { LinkRefusal } from '../words';

export type OpenRegistration = {
  address: string;
  confirmed: boolean;
  returnTo: string | null;
  /** When another email may be sent; null is now. */
  nextMail: Date | null;
};

/** The registration this browser began, by the token in its cookie. */
export async function findRegistration(viewer: Viewer, token: string | null): Promise<OpenRegistration | null> {
  if (!token) return null;
  const row = await db().verificationToken.findUnique({
    where: { token: digest(token), purpose: 'registration', expires: { gt: viewer.now } },
    select: { address: true, returnTo: true, user: { select: { emailVerified: true } } },
  });
  if (!row?.user) return null;
  const sent = await db().verificationToken.findMany({
    where: { identifier: `verify:${row.address}`, createdAt: { gt: new Date(viewer.now.getTime() - DAY) } },
    select: { createdAt: true },
  });
  return {
    address: row.address,
    confirmed: row.user.emailVerified !== null,
    returnTo: row.returnTo,
    nextMail: nextMailAt(
      sent.map(mail => mail.createdAt),
      viewer.now,
    ),
  };
}

export type MailedLink = {
  state: 'ready' | LinkRefusal;
  address: string;
  expires: Date;
  returnTo: string | null;
  /** When the newer one was sent, which is the one to use. */
  newerSentAt: Date | null;
  /** The account has no password of its own yet: the reset page gives it one. */
  choosePassword: boolean;
};

/** What stands behind a mailed link. Reading it changes nothing, however often (R19). */
export async function findMailedLink(
  viewer: Viewer,
  { token, purpose }: { token: string | null; purpose: Purpose },
): Promise<MailedLink | null> {
  if (!token) return null;
  const row = await db().verificationToken.findUnique({
    where: { token: digest(token), purpose },
    include: { user: { select: { passwordHash: true, email: true, emailVerified: true } } },
  });
  if (!row) return null;
  const newest = row.supersededAt
    ? await db().verificationToken.findFirst({
        where: { identifier: row.identifier, userId: row.userId, createdAt: { gt: row.createdAt } },
        orderBy: { createdAt: 'desc' },
        select: { createdAt: true },
      })
    : null;
  // Confirmed by its code, or by a newer link: whoever opens the older one is told that all is well.
  const settled = purpose === 'verify' && row.user?.emailVerified && row.user.email === row.address;
  return {
    state: settled ? 'link-spent' : readLink(row, viewer.now),
    address: row.address,
    expires: row.expires,
    returnTo: row.returnTo,
    newerSentAt: newest?.createdAt ?? null,
    choosePassword: row.user?.passwordHash === null,
  };
}
