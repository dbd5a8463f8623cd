import 'server-only';
import { z } from 'zod';
import { done } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { digest, randomToken, seal, unseal } from '@/lib/platform/seal';
import type { MembershipRole } from '../schema/requests';

const purpose = 'invitation-list';
const HOUR = 3_600_000;
const draft = z.object({ code: z.string(), role: z.enum(['member', 'admin']), typed: z.string() });
export type Draft = { code: string; role: MembershipRole; typed: string };

/** Keeps a list for the page that checks it: sealed, for this session, for an hour. Addresses stand in no URL (S18). */
export async function keepDraft(viewer: Person, list: Draft): Promise<string> {
  const kept = await change(viewer, async ({ db: tx, now }) => {
    await tx.challenge.deleteMany({ where: { purpose, sessionId: viewer.sessionId } });
    const row = await tx.challenge.create({
      data: {
        purpose,
        digest: digest(randomToken()),
        userId: viewer.userId,
        sessionId: viewer.sessionId,
        sealed: seal(list),
        createdAt: now,
        expires: new Date(now.getTime() + HOUR),
      },
      select: { id: true },
    });
    return done(row.id);
  });
  return kept.ok ? kept.value : '';
}

/** The list that was kept for this session and this organisation; null when it is gone. */
export async function findDraft(viewer: Person, { code, id }: { code: string; id: string }): Promise<Draft | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db().challenge.findFirst({
    where: { id, purpose, sessionId: viewer.sessionId, expires: { gt: viewer.now } },
    select: { sealed: true },
  });
  const found = row?.sealed ? draft.parse(unseal(row.sealed)) : null;
  return found?.code === code ? found : null;
}

/** Sent, and so no longer needed. */
export async function dropDraft(viewer: Person, id: string): Promise<void> {
  await db().challenge.deleteMany({ where: { id, purpose, sessionId: viewer.sessionId } });
}
