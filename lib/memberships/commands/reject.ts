import 'server-only';
import { formatDate } from '@/lib/core/dates';
import type { Result } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { askAgainFrom, mayAskAgain } from '../rules/asking';
import { mailLeavesAt } from '../rules/undo';
import { type Moved, type MoveRefusal, move } from './move';

/** Turns a request down, with the reason that the person reads. */
export function reject(
  viewer: Person,
  { id, reason }: { id: string; reason: string },
): Promise<Result<Moved, MoveRefusal>> {
  return move(viewer, { operation: 'reject', id, reason }, async (moved, { tell, now }) => {
    const { membership, organisation } = moved;
    const again = mayAskAgain(membership.refusals + 1) ? askAgainFrom('rejected', now) : null;
    await tell({
      kind: 'request-rejected',
      key: `request-rejected:${moved.eventId}`,
      to: membership.person.email,
      userId: membership.person.userId,
      notBefore: mailLeavesAt(viewer.now),
      props: {
        organisation: organisation.name,
        code: organisation.code,
        reason,
        again: again ? formatDate(again) : '',
        id: membership.id,
      },
    });
  });
}
