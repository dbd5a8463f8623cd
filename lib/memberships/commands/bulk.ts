import 'server-only';
import { mayAct } from '@/lib/core/powers';
import { done, type Facts, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { findPowers } from '../queries/find-powers';
import { MOST_AT_ONCE, MOST_IN_A_REQUEST } from '../rules/bulk';
import type { BulkChoice } from '../schema/queue';
import { approveWithin } from './approve';
import type { Moved, MoveRefusal } from './move';
import { rejectWithin } from './reject';

export const BULK_QUEUE = 'bulk-decision';

export type BulkRefusal = 'not-found' | 'factor-needed' | 'nothing-chosen' | 'too-many-chosen' | 'reason-missing';

type Start = { requestId: string; wish: 'approve' | 'reject'; ids: readonly string[] };

/** Lays ticked requests out to be checked. Nothing is decided; sent twice, it is one. */
export function startBulk(
  viewer: Person,
  { requestId, wish, ids }: Start,
): Promise<Result<{ id: string }, BulkRefusal>> {
  return change<{ id: string }, BulkRefusal>(viewer, async work => {
    const lack = await lacking(work, viewer);
    if (lack) return refuse(lack);
    if (ids.length === 0) return refuse('nothing-chosen');
    if (ids.length > MOST_AT_ONCE) return refuse('too-many-chosen');
    const bulk = { id: requestId, actorId: viewer.userId, createdAt: work.now, wish };
    const { count } = await work.db.bulkDecision.createMany({ data: [bulk], skipDuplicates: true });
    if (count === 0) return (await isOwn(work, viewer, requestId)) ? done({ id: requestId }) : refuse('not-found');
    const laid = await work.db.$executeRaw`
      insert into bulk_items (bulk_id, membership_id, position, requested_at)
      select ${requestId}::uuid, m.id, row_number() over (order by m.requested_at, m.id), m.requested_at
      from memberships m where m.id = any(${[...ids]}::uuid[]) and m.requested_at is not null`;
    return laid > 0 ? done({ id: requestId }) : refuse('nothing-chosen');
  });
}

type Confirmation = { id: string; reason: string; choices: readonly (readonly [string, BulkChoice])[] };

/**
 * Takes the checked choices as the decision. A second confirmation changes nothing. Few are decided by \`runBulk\` at once,
 * many by a job.
 */
export function confirmBulk(
  viewer: Person,
  { id, reason, choices }: Confirmation,
): Promise<Result<'now' | 'job', BulkRefusal>> {
  return change<'now' | 'job', BulkRefusal>(viewer, async work => {
    const lack = await lacking(work, viewer);
    if (lack) return refuse(lack);
    await work.db.$executeRaw`select 1 from bulk_decisions where id = ${id}::uuid for update`;
    if (!(await isOwn(work, viewer, id))) return refuse('not-found');
    const of = (wanted: BulkChoice) => choices.flatMap(([item, choice]) => (choice === wanted ? [item] : []));
    const [approved, rejected] = [of('approve'), of('reject')];
    if (rejected.length > 0 && reason === '') return refuse('reason-missing');
    const many = approved.length + rejected.length > MOST_IN_A_REQUEST ? 'job' : 'now';
    const data = { confirmedAt: work.now, reason: rejected.length > 0 ? reason : null };
    const { count } = await work.db.bulkDecision.updateMany({ where: { id, confirmedAt: null }, data });
    if (count === 0) return done(many);
    await choose(work, id, approved, 'approve');
    await choose(work, id, rejected, 'reject');
    await work.db.bulkItem.updateMany({
      where: { bulkId: id, choice: null },
      data: { choice: 'leave', outcome: 'left' },
    });
    await work.note({
      action: 'membership.bulk',
      subject: id,
      data: { approve: approved.length, reject: rejected.length },
    });
    if (many === 'job') await work.later(BULK_QUEUE, { bulkId: id });
    return done(many);
  });
}

const choose = ({ db }: Change, bulkId: string, ids: string[], choice: BulkChoice) =>
  db.bulkItem.updateMany({ where: { bulkId, id: { in: ids } }, data: { choice } });

async function isOwn({ db }: Change, { userId }: Person, id: string): Promise<boolean> {
  return (await db.bulkDecision.count({ where: { id, actorId: userId } })) === 1;
}

async function lacking({ db }: Change, viewer: Person): Promise<'not-found' | 'factor-needed' | null> {
  const powers = await findPowers(viewer, 'platform', db);
  if (powers.kind === 'none') return 'not-found';
  return mayAct(powers) ? null : 'factor-needed';
}

/**
 * Decides what was confirmed, one request after the other, each in a transaction of its own that also writes how it went.
 * Run again, or in two processes, it goes on where it stands and decides nothing twice.
 */
export async function runBulk(viewer: Person, id: string): Promise<void> {
  const confirmed = { id, actorId: viewer.userId, confirmedAt: { not: null } };
  const bulk = await db().bulkDecision.findFirst({ where: confirmed, select: { reason: true } });
  if (!bulk) return;
  const open = { bulkId: id, outcome: null };
  const items = await db().bulkItem.findMany({ where: open, orderBy: { position: 'asc' } });
  for (const item of items) await decideItem(viewer, item, bulk.reason ?? '');
  if ((await db().bulkItem.count({ where: open })) > 0) return;
  await db().bulkDecision.updateMany({ where: { id, finishedAt: null }, data: { finishedAt: viewer.now } });
}

/** The same for the job: whoever confirmed it acts, with the powers they have now. */
export async function runBulkJob(id: string, moment: { now: Date; requestId: string }): Promise<void> {
  const bulk = await db().bulkDecision.findUnique({ where: { id }, include: { actor: true } });
  if (!bulk?.actor || !bulk.confirmedAt) return;
  const { id: userId, name, email, platformAdminSince } = bulk.actor;
  const actor: Person = {
    kind: 'person',
    userId,
    sessionId: '',
    name,
    email: email ?? '',
    platformAdmin: platformAdminSince !== null,
    provedAt: bulk.confirmedAt,
    workspace: null,
    lostWorkspace: false,
    ...moment,
  };
  await runBulk(actor, id);
}

type Item = { id: string; membershipId: string; requestedAt: Date; choice: string | null };

async function decideItem(viewer: Person, item: Item, reason: string): Promise<void> {
  const result = await change<Moved | null, MoveRefusal>(viewer, async work => {
    const [held] = await work.db.$queryRaw<{ id: string }[]>`
      select id from bulk_items where id = ${item.id}::uuid and outcome is null for update skip locked`;
    // Another run is at it, or was.
    if (!held) return done(null);
    const { membershipId: id } = item;
    const onlyIf = ({ requestedAt }: { requestedAt: Date | null }) =>
      requestedAt?.getTime() === item.requestedAt.getTime();
    const moved =
      item.choice === 'approve'
        ? await approveWithin(work, viewer, { id, role: 'member', onlyIf })
        : await rejectWithin(work, viewer, { id, reason, onlyIf });
    if (!moved.ok) return moved;
    await work.db.bulkItem.update({ where: { id: item.id }, data: { outcome: 'done', eventId: moved.value.eventId } });
    return moved;
  });
  if (result.ok) return;
  const outcome = result.refusal === 'already-decided' ? 'decided' : 'refused';
  await db().bulkItem.updateMany({
    where: { id: item.id, outcome: null },
    data: { outcome, refusal: result.refusal, facts: writable(result.facts) },
  });
}

const writable = (facts: Facts) =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, fact instanceof Date ? fact.toISOString() : fact]),
  );
