import 'server-only';
import { done } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { digest, randomToken, seal } from '@/lib/platform/seal';
import { DRAFT_PURPOSE, type InvitationDraft } from '../schema/invitations';

const purpose = DRAFT_PURPOSE;
const HOUR = 3_600_000;

/** Keeps a list for the page that checks it: sealed, for this session, for an hour. Addresses stand in no URL (S18). */
export async function keepDraft(viewer: Person, list: InvitationDraft): Promise<string> {
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

/** Sent, and so no longer needed. */
export async function dropDraft(viewer: Person, id: string): Promise<void> {
  await db().challenge.deleteMany({ where: { id, purpose, sessionId: viewer.sessionId } });
}
