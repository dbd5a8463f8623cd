import { cp, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { collectExport } from '@/lib/accounts/queries/collect-export';
import { approve } from '@/lib/memberships/commands/approve';
import { demote, promote } from '@/lib/memberships/commands/change-role';
import { addMessage } from '@/lib/memberships/commands/correspond';
import { reject } from '@/lib/memberships/commands/reject';
import { undo } from '@/lib/memberships/commands/undo';
import { findAccess } from '@/lib/memberships/queries/find-access';
import { findQueueItem } from '@/lib/memberships/queries/find-queue-item';
import { findRequest } from '@/lib/memberships/queries/find-request';
import { findApproval, listApprovals } from '@/lib/memberships/queries/list-approvals';
import { migrate } from '@/lib/platform/migrate';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined } from '../support/people';
import { asks } from './asking';

// Nobody's clock moves in these tests: all of it happens in one millisecond.
const { db } = await testDatabase();
const WORDS = ['one', 'two', 'three', 'four', 'five'];

async function aPractice() {
  const { code } = await anOrganisation();
  const admin = await aPerson();
  await joined(admin, code, 'admin');
  return { code, admin };
}

const asking = async (code: string, name?: string) => asks(code, await aPerson({ name }));

const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: string }): T => {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};

describe('R13 steps of one moment stand in the order in which they were made', () => {
  it('on the pages of the person, the deciders and the platform team, and in the personal data', async () => {
    const { code, admin } = await aPractice();
    const { person, id } = await asking(code);
    for (const message of WORDS) value(await addMessage(person, { id, message }));
    expect(new Set((await db.membershipEvent.findMany({ where: { membershipId: id } })).map(e => +e.at)).size).toBe(1);
    const steps = [null, ...WORDS];
    expect((await findRequest(person, id))?.events.map(({ message }) => message)).toEqual(steps);
    const platform = await aPerson({ platformAdmin: true });
    expect((await findQueueItem(platform, id))?.events.map(({ message }) => message)).toEqual(steps);
    const page = await listApprovals(admin, code);
    expect(page?.pending[0]?.said.map(({ text }) => text)).toEqual(WORDS);
    const { membershipEvents } = await collectExport(db, person.userId);
    expect(membershipEvents.map(({ message }) => message)).toEqual(steps);
  });

  it('the record of access ends with the role that was given last', async () => {
    const { code, admin } = await aPractice();
    const { person, id } = await asking(code);
    value(await approve(admin, { id, role: 'member' }));
    for (let turn = 0; turn < 4; turn += 1) {
      value(await promote(admin, { id }));
      value(await demote(admin, { id }));
    }
    value(await promote(admin, { id }));
    const line = (await findAccess(admin, code, null))?.lines.find(({ name }) => name === person.name);
    expect(line?.role).toBe('admin');
  });

  it('decided requests, newest first, and the last decision of one', async () => {
    const { code, admin } = await aPractice();
    const wanted = WORDS.map(name => `Asks ${name}`);
    for (const name of wanted) value(await reject(admin, { id: (await asking(code, name)).id, reason: 'No' }));
    const { id } = await asking(code, 'Asks again');
    // Decided five times at once; four of them taken back.
    for (let turn = 0; turn < 4; turn += 1) {
      value(await undo(admin, { event: value(await reject(admin, { id, reason: 'No' })).eventId }));
    }
    value(await approve(admin, { id, role: 'member' }));
    expect((await findApproval(admin, code, id))?.decided).toMatchObject({ outcome: 'approve', undoneAt: null });
    const page = await listApprovals(admin, code, { show: 'decided', after: '' });
    expect(page?.decided.map(({ name }) => name).slice(-5)).toEqual([...wanted].reverse());
    expect(page?.decided.map(({ outcome }) => outcome).slice(0, 5)).toEqual([
      'approve',
      'reject',
      'reject',
      'reject',
      'reject',
    ]);
  });

  it('S7 a decision is not taken back once something followed it, though in the same moment', async () => {
    const { code, admin } = await aPractice();
    const [one, two] = [await asking(code), await asking(code)];
    const first = value(await approve(admin, { id: one.id, role: 'member' }));
    const second = value(await approve(admin, { id: two.id, role: 'member' }));
    value(await promote(admin, { id: one.id }));
    const mayUndo = async (id: string) => (await findApproval(admin, code, id))?.decided?.mayUndo;
    expect([await mayUndo(one.id), await mayUndo(two.id)]).toEqual([false, true]);
    expect(await undo(admin, { event: first.eventId })).toMatchObject({ ok: false });
    expect(await undo(admin, { event: second.eventId })).toMatchObject({ ok: true });
  });
});

it('R68 events from before are numbered as they were shown, and new ones follow', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'haresign-migrations-'));
  const names = (await readdir('prisma/migrations')).filter(name => name < '20261122233000').sort();
  for (const name of names)
    await cp(path.join('prisma/migrations', name), path.join(folder, name), { recursive: true });
  const client = new pg.Client({ connectionString: `${inject('cluster')}postgres` });
  await client.connect();
  await client.query('create database events_from_before');
  await client.end();
  const url = `${inject('cluster')}events_from_before`;
  await migrate(url, folder);
  const there = new pg.Client({ connectionString: url });
  await there.connect();
  const insert = (at: string, count: number) =>
    there.query(
      `insert into membership_events (membership_id, at, operation, actor_as)
       select m.id, $1, 'nudge', 'self' from memberships m, generate_series(1, $2::int)`,
      [at, count],
    );
  await there.query(`insert into organisations (code, kind, name, display_name) values ('B1', 'practice', 'B', 'B')`);
  await there.query(`insert into users (name, email) values ('P', 'p@example.nhs.uk')`);
  await there.query(`insert into memberships (reference, user_id, org_code, state, state_since)
    select 'R-1', id, 'B1', 'left', now() from users`);
  await insert('2026-11-02T10:00:00Z', 5);
  await insert('2026-11-01T10:00:00Z', 5);
  const before = await there.query('select id from membership_events order by at, id');
  await migrate(url);
  await insert('2026-11-01T09:00:00Z', 1);
  const after = await there.query('select id, position from membership_events order by position');
  await there.end();
  expect(after.rows.slice(0, 10).map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id));
  expect(after.rows.map(({ position }) => Number(position))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});
