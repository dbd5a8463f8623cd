import 'server-only';
import type { Result } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { mailLeavesAt } from '../rules/undo';
import type { Authoriser, MembershipRole } from '../schema/requests';
import { type Move, type Moved, type MoveRefusal, moveWithin } from './move';

type Approval = { id: string; role: MembershipRole; authoriser?: Authoriser } & Pick<Move, 'onlyIf'>;
type Answer = Promise<Result<Moved, MoveRefusal>>;

/** Lets a person into the organisation. The platform team names who authorised it (R16). */
export const approve = (viewer: Person, approval: Approval): Answer =>
  change(viewer, work => approveWithin(work, viewer, approval));

/** The same as one step of a larger change. */
export function approveWithin(work: Change, viewer: Person, approval: Approval): Answer {
  return moveWithin(work, viewer, { operation: 'approve', ...approval }, async (moved, { tell }) => {
    const { membership, organisation } = moved;
    await tell({
      kind: 'request-approved',
      key: `request-approved:${moved.eventId}`,
      to: membership.person.email,
      userId: membership.person.userId,
      notBefore: mailLeavesAt(viewer.now),
      props: {
        organisation: organisation.name,
        code: organisation.code,
        role: approval.role,
        id: membership.id,
      },
    });
  });
}
