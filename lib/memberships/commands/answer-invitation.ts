import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person, Viewer } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { digest } from '@/lib/platform/seal';
import { type DecisionRefusal, decide } from '../rules/decide';
import { flawOf } from '../rules/invitations';
import { endInvitation, type Held, holdInvitation, invitedSituation } from './hold-invitation';
import type { LockedOrganisation } from './load';
import { type Moved, type MoveRefusal, moveWithin } from './move';

export type AnswerRefusal = MoveRefusal | 'invitation-over' | 'inviter-gone';

/**
 * Accepts one's own invitation. It holds while whoever invited is an admin there: their word is the decision, and the
 * event keeps it (R13). The role is the one that was offered, whatever a form says (R05).
 */
export function acceptInvitation(viewer: Person, { id }: { id: string }): Promise<Result<Moved, AnswerRefusal>> {
  return change<Moved, AnswerRefusal>(viewer, async work => {
    const held = await holdOwn(work, viewer, id);
    if (!held) return refuse('not-invited');
    const { invitation, admins } = held;
    const vouched = admins.some(({ userId }) => userId === invitation.invitedById);
    const flaw = flawOf({ expires: invitation.expires, vouched }, work.now);
    if (flaw) return refuse(flaw);
    const wanted = { operation: 'accept', id, role: invitation.role, invitedBy: invitation.invitedById } as const;
    const moved = await moveWithin(work, viewer, wanted, () => tellInviter(work, held, 'accepted', viewer.name));
    if (moved.ok) await work.db.invitation.delete({ where: { id: invitation.id } });
    return moved;
  });
}

/** Declines one's own invitation: nothing stays of it. */
export function declineInvitation(
  viewer: Person,
  { id }: { id: string },
): Promise<Result<LockedOrganisation, DecisionRefusal>> {
  return change<LockedOrganisation, DecisionRefusal>(viewer, async work =>
    decline(work, viewer, await holdOwn(work, viewer, id)),
  );
}

/** The same with the mailed link, for an address nobody has an account with. Whoever has one signs in to answer. */
export function declineByLink(viewer: Viewer, token: string): Promise<Result<LockedOrganisation, DecisionRefusal>> {
  return change<LockedOrganisation, DecisionRefusal>(viewer, async work =>
    decline(work, viewer, await holdInvitation(work, { token: digest(token), membershipId: null })),
  );
}

async function decline(
  work: Change,
  viewer: Viewer,
  held: Held | null,
): Promise<Result<LockedOrganisation, DecisionRefusal>> {
  if (!held) return refuse('not-invited');
  const verdict = decide({ operation: 'decline' }, invitedSituation(held, 'self', work.now));
  if (!verdict.ok) return verdict;
  await endInvitation(work, held, { operation: 'decline', actor: viewer });
  // The person's own affair: in the organisation's activity it would tell that the address has an account.
  await work.note({ action: 'membership.decline', subject: held.invitation.id });
  await tellInviter(work, held, 'declined', '');
  return done(held.organisation);
}

const holdOwn = (work: Change, viewer: Person, membershipId: string) =>
  holdInvitation(work, { membershipId, membership: { userId: viewer.userId, state: 'invited' } });

/** Whoever invited hears the answer, if they still are an admin there. */
async function tellInviter(
  { tell }: Change,
  { invitation, organisation, admins }: Held,
  answer: 'accepted' | 'declined',
  name: string,
) {
  const inviter = admins.find(({ userId }) => userId === invitation.invitedById);
  if (!inviter) return;
  await tell({
    kind: 'invitation-answered',
    key: `invitation-answered:${invitation.id}`,
    to: inviter.email,
    userId: inviter.userId,
    props: { organisation: organisation.name, code: organisation.code, answer, address: invitation.address, name },
  });
}
