import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import type { Db } from '@/lib/platform/db';
import { MOST_OPEN_REQUESTS } from '../rules/asking';
import { mayUndo, undoOf } from '../rules/undo';
import { type Moved, type MoveRefusal, moveWithin } from './move';

export type UndoRefusal = MoveRefusal | 'undo-too-late' | 'too-many-open';

/** What it led to, and whether the person had been told of what was taken back. */
export type Undone = Moved & { told: boolean };

/**
 * Takes back what one did oneself within 10 minutes, if it is the last thing that happened. The mail of a decision is
 * held for longer than that and is withdrawn in the same transaction, so that nobody is told of what does not hold. Should
 * it have left all the same (an operator's clock, a queue emptied by hand), another follows it.
 */
export function undo(viewer: Person, { event: id }: { event: string }): Promise<Result<Undone, UndoRefusal>> {
  return change<Undone, UndoRefusal>(viewer, async work => {
    const event = await findOwn(work.db, viewer, id);
    const operation = event && undoOf(event.operation);
    if (!event || !operation) return refuse('not-found');
    if (event.undoneBy) return refuse('nothing-to-undo');
    if (!mayUndo(event.at, viewer.now)) return refuse('undo-too-late');
    const { membershipId, fromRole: role } = event;
    const undoes = { id, since: await stoodSince(work.db, event) };
    const wanted = { operation, id: membershipId, role: role ?? undefined, undoes };
    const moved = await moveWithin(work, viewer, wanted, async () => {});
    if (!moved.ok) return moved;
    const overrun = await overrunBy(work.db, viewer, event, moved.value);
    return overrun ? refuse(overrun) : done({ ...moved.value, told: await correct(work, moved.value, event) });
  });
}

/** Asked again now that the organisation is held: it must still be the last thing that happened, and leave room. */
async function overrunBy(db: Db, { userId }: Person, event: Own, moved: Moved): Promise<UndoRefusal | null> {
  if ((await happenedSince(db, event, moved.eventId)) > 0) return 'nothing-to-undo';
  if (event.operation !== 'withdraw') return null;
  const open = await db.membership.count({ where: { userId, state: 'pending' } });
  return open > MOST_OPEN_REQUESTS ? 'too-many-open' : null;
}

/** Withdraws the mail of the decision; where it has left, another says what holds now. Says whether it had left. */
async function correct(work: Change, moved: Moved, event: Own): Promise<boolean> {
  const key = mailOf(event);
  if (key === null || (await work.untell(key))) return false;
  await tellTakenBack(work, moved, event);
  return true;
}

async function tellTakenBack({ tell }: Change, { membership, organisation }: Moved, { id, operation }: Decided) {
  await tell({
    kind: 'decision-taken-back',
    key: `decision-taken-back:${id}`,
    to: membership.person.email,
    userId: membership.person.userId,
    props: {
      organisation: organisation.name,
      code: organisation.code,
      was: operation === 'remove' ? 'removal' : operation === 'reject' ? 'rejection' : 'approval',
      id: membership.id,
    },
  });
}

type Decided = { id: string; operation: string };
type Step = { membershipId: string; position: bigint; at: Date };
type Own = Decided & Step;

const mails: Record<string, string> = {
  approve: 'request-approved',
  reject: 'request-rejected',
  remove: 'membership-removed',
};

/** The key under which the decision's mail is held; the commands that decide use the same. Others are told to nobody. */
const mailOf = ({ id, operation }: Decided): string | null => {
  const kind = mails[operation];
  return kind ? `${kind}:${id}` : null;
};

const findOwn = (db: Db, viewer: Person, id: string) =>
  db.membershipEvent.findFirst({
    where: { id, actorId: viewer.userId },
    select: {
      id: true,
      membershipId: true,
      operation: true,
      position: true,
      at: true,
      fromRole: true,
      undoneBy: { select: { id: true } },
    },
  });

/** Since when they had stood where the decision found them. */
export async function stoodSince(db: Db, { membershipId, position, at }: Step): Promise<Date> {
  const [row] = await db.$queryRaw<{ since: Date }[]>`
    select coalesce(
      (select e.at from membership_events e
       where e.membership_id = m.id and e.position < ${position} and e.from_state is distinct from e.to_state
       order by e.position desc limit 1),
      m.requested_at, m.created_at) as since
    from memberships m where m.id = ${membershipId}::uuid`;
  return row?.since ?? at;
}

const happenedSince = (db: Db, { membershipId, position }: Step, but: string): Promise<number> =>
  db.membershipEvent.count({ where: { membershipId, position: { gt: position }, id: { not: but } } });
