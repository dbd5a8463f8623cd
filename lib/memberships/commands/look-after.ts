import 'server-only';
import { mayAct } from '@/lib/core/powers';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { findPowers } from '../queries/find-powers';

export type LookAfterRefusal = 'not-found' | 'factor-needed' | 'own-request' | 'not-waiting' | 'not-yours';

type Answer = Promise<Result<null, LookAfterRefusal>>;

// What the platform team does among themselves is written down without the organisation or the person: it stands in
// neither's activity.

/**
 * Says that the viewer looks after a request, also where a colleague did. It tells the team who is at it and binds nobody:
 * everybody else can still decide.
 */
export const take = (viewer: Person, { id }: { id: string }): Answer =>
  change<null, LookAfterRefusal>(viewer, async work => {
    const held = await holdWaiting(work, viewer, id);
    if (!held.ok) return held;
    const { assigneeId: before } = held.value;
    if (before === viewer.userId) return done(null);
    await work.db.membership.update({ where: { id }, data: { assigneeId: viewer.userId, assignedAt: work.now } });
    await work.note({
      action: 'membership.take',
      subject: id,
      data: before ? { from: before } : {},
    });
    return done(null);
  });

/** The viewer no longer looks after it; nobody does. */
export const giveBack = (viewer: Person, { id }: { id: string }): Answer =>
  change<null, LookAfterRefusal>(viewer, async work => {
    const held = await holdWaiting(work, viewer, id);
    if (!held.ok) return held;
    const { assigneeId } = held.value;
    if (assigneeId === null) return done(null);
    if (assigneeId !== viewer.userId) return refuse('not-yours');
    await work.db.membership.update({ where: { id }, data: { assigneeId: null, assignedAt: null } });
    await work.note({ action: 'membership.give-back', subject: id });
    return done(null);
  });

type Note = { id: string; requestId: string; text: string };

/** Notes something for colleagues. Sent twice by the same form, it is one note. The requester never reads it. */
export const addNote = (viewer: Person, { id, requestId, text }: Note): Answer =>
  change<null, LookAfterRefusal>(viewer, async work => {
    const held = await hold(work, viewer, id);
    if (!held.ok) return held;
    const note = { id: requestId, membershipId: id, authorId: viewer.userId, at: work.now, text };
    const { count } = await work.db.requestNote.createMany({ data: [note], skipDuplicates: true });
    // What it says stands nowhere but in the note: it goes with the person.
    if (count === 1) await work.note({ action: 'membership.note', subject: id, data: { note: requestId } });
    return done(null);
  });

/** Takes a note of one's own away again. */
export const removeNote = (viewer: Person, { id, note }: { id: string; note: string }): Answer =>
  change<null, LookAfterRefusal>(viewer, async work => {
    const held = await hold(work, viewer, id);
    if (!held.ok) return held;
    const where = { id: note, membershipId: id, authorId: viewer.userId };
    const { count } = await work.db.requestNote.deleteMany({ where });
    if (count === 0) return refuse('not-found');
    await work.note({ action: 'membership.note-removed', subject: id, data: { note } });
    return done(null);
  });

type Held = { userId: string; orgCode: string; state: string; assigneeId: string | null };

/** The request, for a platform administrator whose powers do not rest; not for the requester, even if staff (R06). */
async function hold({ db }: Change, viewer: Person, id: string): Promise<Result<Held, LookAfterRefusal>> {
  const powers = await findPowers(viewer, 'platform', db);
  if (powers.kind === 'none') return refuse('not-found');
  if (!mayAct(powers)) return refuse('factor-needed');
  const [row] = await db.$queryRaw<Held[]>`
    select user_id as "userId", org_code as "orgCode", state::text, assignee_id as "assigneeId"
    from memberships where id = ${id}::uuid and requested_at is not null for update`;
  if (!row) return refuse('not-found');
  return row.userId === viewer.userId ? refuse('own-request') : done(row);
}

async function holdWaiting(work: Change, viewer: Person, id: string): Promise<Result<Held, LookAfterRefusal>> {
  const held = await hold(work, viewer, id);
  return held.ok && held.value.state !== 'pending' ? refuse('not-waiting') : held;
}
