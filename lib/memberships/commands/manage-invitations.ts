import 'server-only';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { digest, randomToken } from '@/lib/platform/seal';
import { findPowers } from '../queries/find-powers';
import { type DecisionRefusal, decide } from '../rules/decide';
import { type GuardRefusal, lackOf } from '../rules/guard';
import { flawOf } from '../rules/invitations';
import { endInvitation, type Held, type HeldInvitation, holdInvitation, invitedSituation } from './hold-invitation';
import { mailKey, tellInvited } from './invite';

export type ManageRefusal =
  | DecisionRefusal
  | GuardRefusal
  | 'invitation-over'
  | 'inviter-gone'
  | 'sent-again-already'
  | 'mailed-enough';

type Answer = Promise<Result<HeldInvitation, ManageRefusal>>;

/** Takes an invitation back. Whoever presses its link then reads that it is over. */
export function cancelInvitation(viewer: Person, { id }: { id: string }): Answer {
  return asAdmin(viewer, id, async (work, held) => {
    const { invitation, organisation } = held;
    await endInvitation(work, held, { operation: 'cancel', actor: viewer });
    const data = { to: invitation.role };
    await work.note({ action: 'membership.cancel', orgCode: organisation.code, subject: invitation.id, data });
    return done(invitation);
  });
}

/** Sends the mail once more with a new link; the one before stops working. It runs out when it would have. */
export function resendInvitation(viewer: Person, { id }: { id: string }): Answer {
  return asAdmin(viewer, id, async (work, { invitation, ownerId, organisation, admins }) => {
    const { db, now, note } = work;
    if (invitation.resentAt) return refuse('sent-again-already');
    const vouched = admins.some(({ userId }) => userId === invitation.invitedById);
    const flaw = flawOf({ expires: invitation.expires, vouched }, now);
    if (flaw) return refuse(flaw);
    // Nobody is invited to what they could not enter.
    const situation = {
      ...invitedSituation({ ownerId, organisation, admins }, 'admin', now),
      standing: 'none' as const,
    };
    const open = decide({ operation: 'invite' }, situation);
    if (!open.ok) return open;
    const key = await mailKey(work, organisation.code, invitation.address);
    if (!key) return refuse('mailed-enough');
    const token = randomToken();
    await db.invitation.update({ where: { id }, data: { token: digest(token), resentAt: now } });
    await note({ action: 'membership.invite-again', orgCode: organisation.code, subject: id });
    await tellInvited(work, {
      ...invitation,
      userId: ownerId,
      inviter: invitation.invitedBy.name,
      organisation,
      token,
      key,
    });
    return done(invitation);
  });
}

/** For admins of the invitation's own organisation whose powers do not rest; to everybody else it does not exist (R03). */
function asAdmin(
  viewer: Person,
  id: string,
  act: (work: Change, held: Held) => Promise<Result<HeldInvitation, ManageRefusal>>,
): Answer {
  return change<HeldInvitation, ManageRefusal>(viewer, async work => {
    const held = await holdInvitation(work, { id });
    if (!held?.admins.some(({ userId }) => userId === viewer.userId)) {
      // Answered, cancelled or run out a moment ago; which of them is nobody else's to know.
      return refuse('not-found');
    }
    const { organisation } = held;
    const powers = await findPowers(viewer, organisation, work.db);
    const lack = lackOf({ as: 'admin', operation: 'cancel', powers, fresh: isFresh(viewer, work.now) });
    if (lack) return refuse(lack);
    const verdict = decide({ operation: 'cancel' }, invitedSituation(held, 'admin', work.now));
    return verdict.ok ? act(work, held) : verdict;
  });
}
