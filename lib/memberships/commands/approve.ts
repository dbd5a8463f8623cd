import 'server-only';
import type { Result } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { mailLeavesAt } from '../rules/undo';
import type { Authoriser, MembershipRole } from '../schema/requests';
import { type Moved, type MoveRefusal, move } from './move';

type Approval = { id: string; role: MembershipRole; authoriser?: Authoriser };

/** Lets a person into the organisation. The platform team names who authorised it (R16). */
export function approve(viewer: Person, { id, role, authoriser }: Approval): Promise<Result<Moved, MoveRefusal>> {
  return move(viewer, { operation: 'approve', id, role, authoriser }, async (moved, { tell }) => {
    const { membership, organisation } = moved;
    await tell({
      kind: 'request-approved',
      key: `request-approved:${moved.eventId}`,
      to: membership.person.email,
      userId: membership.person.userId,
      notBefore: mailLeavesAt(viewer.now),
      props: { organisation: organisation.name, code: organisation.code, role, id: membership.id },
    });
  });
}
