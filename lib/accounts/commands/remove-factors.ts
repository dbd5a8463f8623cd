import 'server-only';
import { formatDateTime } from '@/lib/core/dates';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Machine, Person, Viewer } from '@/lib/core/viewer';
import { lockPerson } from '@/lib/memberships/commands/load';
import { change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { digest } from '@/lib/platform/seal';
import { hasFactor } from '../queries/factors';
import { lasts } from '../rules/limits';
import { readLink } from '../rules/mailed-link';
import type { LinkRefusal } from '../words';
import type { PeopleRefusal } from '../words/leaving';
import { issue } from './mailed-tokens';
import { manage } from './manage-people';

const waiting = { stoppedAt: null, doneAt: null };

type Wanted = { id: string; evidence: string };

/**
 * Plans to take a lost second factor off an account (R37): the evidence is kept, the person is told with a link that stops
 * it, and it happens a day later.
 */
export function planRemoval(viewer: Person, { id, evidence }: Wanted): Promise<Result<Date, PeopleRefusal>> {
  return manage(viewer, id, async (work, user) => {
    const { db, now, note, tell, later } = work;
    if (user.state !== 'active' || !user.email) return refuse('not-active');
    if (!(await hasFactor(db, id))) return refuse('no-factor');
    if (await db.factorRemoval.count({ where: { userId: id, ...waiting } })) return refuse('removal-waits');
    const due = new Date(now.getTime() + lasts['stop-factor-removal']);
    const row = await db.factorRemoval.create({
      data: { userId: id, askedById: viewer.userId, evidence, askedAt: now, due },
      select: { id: true },
    });
    await note({ action: 'factor.removal-planned', personId: id, subject: row.id });
    await later('remove-factors', { removalId: row.id }, due);
    const { token, key } = await issue(work, { purpose: 'stop-factor-removal', address: user.email, userId: id });
    const props = { name: user.name, due: formatDateTime(due), token };
    await tell({ kind: 'factor-removal', key: `factor-removal:${key}`, to: user.email, userId: id, props });
    return done(due);
  });
}

/** The platform team takes its plan back. */
export function cancelRemoval(viewer: Person, { id }: { id: string }): Promise<Result<null, PeopleRefusal>> {
  return manage(viewer, id, async ({ db, now, note }) => {
    const { count } = await db.factorRemoval.updateMany({
      where: { userId: id, ...waiting },
      data: { stoppedAt: now },
    });
    if (count === 0) return refuse('no-removal');
    await note({ action: 'factor.removal-cancelled', personId: id });
    return done(null);
  });
}

/** The person stops it, with the mailed link. Pressing again is calm. */
export async function stopRemoval(viewer: Viewer, token: string): Promise<Result<null, LinkRefusal>> {
  return change(viewer, async ({ db, now, note }) => {
    const where = { token: digest(token), purpose: 'stop-factor-removal' };
    const first = await db.verificationToken.findUnique({ where, select: { userId: true } });
    if (!first?.userId) return refuse('link-unknown');
    await lockPerson(db, first.userId);
    const row = await db.verificationToken.findUnique({ where });
    const state = readLink(row, now);
    if (state === 'link-spent') return done(null);
    if (state !== 'ready' || !row?.userId) return refuse(state === 'ready' ? 'link-unknown' : state);
    const { userId } = row;
    await db.verificationToken.update({ where: { token: row.token }, data: { spentAt: now } });
    const { count } = await db.factorRemoval.updateMany({ where: { userId, ...waiting }, data: { stoppedAt: now } });
    if (count) await note({ action: 'factor.removal-stopped', personId: userId });
    return done(null);
  });
}

/** Takes the factors off when the day is over and nobody stopped it. Safe to run twice, and in two processes. */
export async function removeFactors(actor: Machine, removalId: string): Promise<boolean> {
  const result = await change(actor, async work => {
    const { db, now, note, tell } = work;
    const found = await db.factorRemoval.findUnique({ where: { id: removalId }, select: { userId: true } });
    if (!found) return done(false);
    const { userId } = found;
    await lockPerson(db, userId);
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    if (user.state !== 'active' || !user.email) return done(false);
    const { count } = await db.factorRemoval.updateMany({
      where: { id: removalId, ...waiting, due: { lte: now } },
      data: { doneAt: now },
    });
    if (count === 0) return done(false);
    for (const table of [db.authenticator, db.passkey, db.recoveryCode, db.challenge, db.session]) {
      await removeAll(table, userId);
    }
    await note({ action: 'factor.removed-by-platform', personId: userId, subject: removalId });
    const key = `factor-removed:${removalId}`;
    await tell({ kind: 'factor-removed', key, to: user.email, userId, props: { name: user.name } });
    return done(true);
  });
  return result.ok && result.value;
}

type Removable = { deleteMany: (args: { where: { userId: string } }) => Promise<unknown> };
const removeAll = (table: Removable, userId: string) => table.deleteMany({ where: { userId } });

/** Every removal whose time has come: whatever happened to its job. */
export async function removeDueFactors(actor: Machine): Promise<number> {
  const due = await db().factorRemoval.findMany({
    where: { ...waiting, due: { lte: actor.now } },
    select: { id: true },
  });
  let removed = 0;
  for (const { id } of due) if (await removeFactors(actor, id)) removed += 1;
  return removed;
}
