import 'server-only';
import type { Result } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import type { Change } from '@/lib/platform/change';
import type { Authoriser, MembershipRole } from '../schema/requests';
import { type Moved, type MoveRefusal, move } from './move';

type Answer = Promise<Result<Moved, MoveRefusal>>;

/** Makes a member an administrator. The platform team may, where there is none, naming who authorised it. */
export const promote = (viewer: Person, { id, authoriser }: { id: string; authoriser?: Authoriser }): Answer =>
  move(viewer, { operation: 'promote', id, authoriser }, (moved, work) => tellRole(moved, work, 'admin'));

/** Takes administration away from a colleague, who stays a member. */
export const demote = (viewer: Person, { id }: { id: string }): Answer =>
  move(viewer, { operation: 'demote', id }, (moved, work) => tellRole(moved, work, 'member'));

export async function tellRole({ eventId, membership, organisation }: Moved, { tell }: Change, role: MembershipRole) {
  await tell({
    kind: 'role-changed',
    key: `role-changed:${eventId}`,
    to: membership.person.email,
    userId: membership.person.userId,
    props: { organisation: organisation.name, code: organisation.code, role },
  });
}
