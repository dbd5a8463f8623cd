import 'server-only';
import { formatDate } from '@/lib/core/dates';
import type { Result } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { askAgainFrom, mayAskAgain } from '../rules/asking';
import { mailLeavesAt } from '../rules/undo';
import { type Move, type Moved, type MoveRefusal, moveWithin } from './move';

type Rejection = { id: string; reason: string } & Pick<Move, 'onlyIf'>;
type Answer = Promise<Result<Moved, MoveRefusal>>;

/** Turns a request down, with the reason that the person reads. */
export const reject = (viewer: Person, rejection: Rejection): Answer =>
  change(viewer, work => rejectWithin(work, viewer, rejection));

/** The same as one step of a larger change. */
export function rejectWithin(work: Change, viewer: Person, rejection: Rejection): Answer {
  return moveWithin(work, viewer, { operation: 'reject', ...rejection }, async (moved, { tell, now }) => {
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
        reason: rejection.reason,
        again: again ? formatDate(again) : '',
        id: membership.id,
      },
    });
  });
}
