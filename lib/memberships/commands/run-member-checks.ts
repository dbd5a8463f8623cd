import 'server-only';
import { formatDate } from '@/lib/core/dates';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { query } from '@/lib/platform/db';
import { coveredBefore, dueBefore, isCovered, lapseDue, mayOpen, secondMailDue } from '../rules/member-check';
import { type LockedOrganisation, listAdmins, listPlatformAdmins, lockOrganisation } from './load';
import { type Moved, move } from './move';

export type ChecksRun = { opened: number; reminded: number; lapsed: number; ended: number };

/**
 * The yearly check of who belongs: opened with a mail to the admins, reminded once, and then whoever was not confirmed
 * lapses, the last admin excepted. Each happens once, however often and in however many processes this runs.
 */
export async function runMemberChecks(machine: Machine): Promise<ChecksRun> {
  const run: ChecksRun = { opened: 0, reminded: 0, lapsed: 0, ended: 0 };
  for (const check of await query<Open>(OPEN, [])) await advance(machine, check, run);
  if (!mayOpen(machine.now)) return run;
  for (const { code } of await query<{ code: string }>(DUE, [dueBefore(machine.now)])) {
    run.opened += await open(machine, code);
  }
  return run;
}

/** Takes the step of an open check whose day has come, if any has. */
async function advance(machine: Machine, check: Open, run: ChecksRun): Promise<void> {
  const { now } = machine;
  if (!check.answerable) run.ended += await end(machine, check);
  else if (check.remindedAt === null) {
    if (now >= secondMailDue(check.openedAt)) run.reminded += await remind(machine, check);
  } else if (now >= lapseDue(check)) {
    if (check.escalatedAt === null) run.lapsed += await lapseAll(machine, check);
    run.ended += await close(machine, check);
  }
}

type Open = {
  id: string;
  code: string;
  openedAt: Date;
  remindedAt: Date | null;
  escalatedAt: Date | null;
  /** Somebody is there who could confirm: an open organisation with an admin whose account works. */
  answerable: boolean;
};

const HAS_ADMIN = `exists (select from memberships a join users u on u.id = a.user_id
  where a.org_code = o.code and a.role = 'admin' and u.state = 'active' and u.email_verified is not null)`;
const IS_OPEN = `o.status not in ('closed', 'missing')`;

const OPEN = `
  select c.id, c.org_code as code, c.opened_at as "openedAt", c.reminded_at as "remindedAt",
    c.escalated_at as "escalatedAt", ${IS_OPEN} and ${HAS_ADMIN} as answerable
  from member_checks c join organisations o on o.code = c.org_code
  where c.ended_at is null order by c.org_code`;

// Where nobody could confirm, nobody is asked and nobody lapses: whoever becomes admin there is asked at once.
const DUE = `
  select o.code from organisations o
  where o.kind in ('practice', 'pcn') and ${IS_OPEN} and ${HAS_ADMIN}
    and not exists (select from member_checks c where c.org_code = o.code and c.ended_at is null)
    and exists (select from memberships m where m.org_code = o.code and m.state = 'active'
      and greatest(m.attested_at, m.state_since) <= $1)
  order by o.code`;

/** One step with the organisation held: 1 when it was taken, 0 when another process was quicker. */
async function step(
  machine: Machine,
  code: string,
  work: (work: Change, here: LockedOrganisation) => Promise<boolean>,
) {
  const result = await change(machine, async (tools): Promise<Result<number, 'nothing'>> => {
    const here = await lockOrganisation(tools.db, code);
    return here && (await work(tools, here)) ? done(1) : refuse('nothing');
  });
  return result.ok ? result.value : 0;
}

const open = (machine: Machine, code: string) =>
  step(machine, code, async (work, here) => {
    const due = await countKnownBefore(work, code, new Date(dueBefore(work.now).getTime() + 1));
    if (due === 0) return false;
    const data = { orgCode: code, openedAt: work.now };
    const [check] = await work.db.memberCheck.createManyAndReturn({ data, skipDuplicates: true });
    if (!check) return false;
    await work.note({ action: 'member-check.opened', orgCode: code, subject: check.id });
    await tellAdmins(work, here, 'due', check);
    return true;
  });

async function countKnownBefore({ db }: Change, code: string, before: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from memberships m where m.org_code = ${code} and m.state = 'active'
      and greatest(m.attested_at, m.state_since) < ${before}`;
  return row?.count ?? 0;
}

const remind = (machine: Machine, check: Open) =>
  step(machine, check.code, async (work, here) => {
    const { count } = await work.db.memberCheck.updateMany({
      where: { id: check.id, remindedAt: null, endedAt: null },
      data: { remindedAt: work.now },
    });
    if (count !== 1) return false;
    await work.note({ action: 'member-check.reminded', orgCode: check.code, subject: check.id });
    await tellAdmins(work, here, 'reminder', { ...check, remindedAt: work.now });
    return true;
  });

type Told = { id: string; openedAt: Date; remindedAt: Date | null };

async function tellAdmins(work: Change, { code, name }: LockedOrganisation, news: 'due' | 'reminder', check: Told) {
  const people = await countKnownBefore(work, code, coveredBefore(check.openedAt));
  const props = { organisation: name, code, news, people, until: formatDate(lapseDue(check)) };
  for (const { userId, email } of await listAdmins(work.db, code)) {
    await work.tell({
      kind: 'member-check',
      key: `member-check-${news}:${check.id}:${userId}`,
      to: email,
      userId,
      props,
    });
  }
}

/** Whoever was used longest ago first, so that of several admins the one who is still about stays as the last. */
const UNCONFIRMED = `
  select m.id from memberships m join users u on u.id = m.user_id
  where m.org_code = $1 and m.state = 'active' and greatest(m.attested_at, m.state_since) < $2
  order by m.role = 'admin', greatest(u.last_sign_in_at, m.last_used_at) nulls first, m.id`;

async function lapseAll(machine: Machine, { code, openedAt }: Open): Promise<number> {
  let lapsed = 0;
  for (const { id } of await query<{ id: string }>(UNCONFIRMED, [code, coveredBefore(openedAt)])) {
    // Confirmed a moment ago, or the last admin: left alone.
    const onlyIf = (row: Moved['membership']) => isCovered(row, openedAt);
    if ((await move(machine, { operation: 'lapse', id, onlyIf }, tellLapsed)).ok) lapsed += 1;
  }
  return lapsed;
}

export async function tellLapsed({ eventId, membership, organisation }: Moved, { tell }: Change): Promise<void> {
  await tell({
    kind: 'membership-lapsed',
    key: `membership-lapsed:${eventId}`,
    to: membership.person.email,
    userId: membership.person.userId,
    props: { organisation: organisation.name, code: organisation.code, kind: organisation.kind },
  });
}

/** The check is over, or the platform team is asked about the one who never lapses. */
const close = (machine: Machine, check: Open) =>
  step(machine, check.code, async (work, here) => {
    const left = await work.db.membership.findMany({
      where: { orgCode: check.code, state: 'active' },
      select: { attestedAt: true, stateSince: true },
    });
    const waits = left.some(row => isCovered({ ...row, since: row.stateSince }, check.openedAt));
    if (!waits) return endWithin(work, check);
    const { count } = await work.db.memberCheck.updateMany({
      where: { id: check.id, escalatedAt: null, endedAt: null },
      data: { escalatedAt: work.now },
    });
    if (count !== 1) return false;
    await work.note({ action: 'member-check.escalated', orgCode: check.code, subject: check.id });
    await tellPlatform(work, here, check.id);
    return true;
  });

async function tellPlatform({ db, tell }: Change, { code, name }: LockedOrganisation, id: string) {
  for (const { userId, email } of await listPlatformAdmins(db)) {
    const props = { organisation: name, code, id };
    await tell({ kind: 'check-unanswered', key: `check-unanswered:${id}:${userId}`, to: email, userId, props });
  }
}

const end = (machine: Machine, check: Open) => step(machine, check.code, work => endWithin(work, check));

/** Ends a check once, as a part of whatever ended it. */
export async function endWithin(
  { db, now, note }: Change,
  { id, code }: { id: string; code: string },
): Promise<boolean> {
  const { count } = await db.memberCheck.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
  if (count === 1) await note({ action: 'member-check.ended', orgCode: code, subject: id });
  return count === 1;
}
