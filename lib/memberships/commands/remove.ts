import 'server-only';
import type { Result } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import type { Change } from '@/lib/platform/change';
import { mailLeavesAt } from '../rules/undo';
import { type Moved, type MoveRefusal, move } from './move';

/** Takes somebody out of the organisation, with the reason that they read. Their next request is refused (R01). */
export const remove = (
  viewer: Person,
  { id, reason }: { id: string; reason: string },
): Promise<Result<Moved, MoveRefusal>> =>
  move(viewer, { operation: 'remove', id, reason }, (moved, work) => tellRemoved(viewer, reason, moved, work));

export async function tellRemoved({ now }: Person, reason: string, moved: Moved, { tell }: Change): Promise<void> {
  const { membership, organisation } = moved;
  await tell({
    kind: 'membership-removed',
    key: `membership-removed:${moved.eventId}`,
    to: membership.person.email,
    userId: membership.person.userId,
    notBefore: mailLeavesAt(now),
    props: { organisation: organisation.name, code: organisation.code, reason },
  });
}
