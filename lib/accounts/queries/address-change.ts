import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { DAY, nextMailAt } from '../rules/limits';

export type WaitingAddress = { address: string; asked: Date; nextMail: Date | null };

/** The new address that waits for its owner's answer, or null. */
export async function findWaitingAddress(viewer: Person): Promise<WaitingAddress | null> {
  const purpose = 'change-address';
  const row = await db().verificationToken.findFirst({
    where: { purpose, userId: viewer.userId, spentAt: null, supersededAt: null, expires: { gt: viewer.now } },
    select: { address: true, createdAt: true },
  });
  if (!row) return null;
  const sent = await db().verificationToken.findMany({
    where: { identifier: `${purpose}:${row.address}`, createdAt: { gt: new Date(viewer.now.getTime() - DAY) } },
    select: { createdAt: true },
  });
  const nextMail = nextMailAt(
    sent.map(mail => mail.createdAt),
    viewer.now,
  );
  return { address: row.address, asked: row.createdAt, nextMail };
}
