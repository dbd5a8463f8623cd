import 'server-only';
import { z } from 'zod';
import type { Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { unseal } from '@/lib/platform/seal';
import { DRAFT_PURPOSE, type InvitationDraft, invitationDraft } from '../schema/invitations';

/** The list that was kept for this session and this organisation; null when it is gone. */
export async function findDraft(
  viewer: Person,
  { code, id }: { code: string; id: string },
): Promise<InvitationDraft | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db().challenge.findFirst({
    where: { id, purpose: DRAFT_PURPOSE, sessionId: viewer.sessionId, expires: { gt: viewer.now } },
    select: { sealed: true },
  });
  const found = row?.sealed ? invitationDraft.parse(unseal(row.sealed)) : null;
  return found?.code === code ? found : null;
}
