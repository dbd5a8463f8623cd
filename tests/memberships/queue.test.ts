import { beforeAll, describe, expect, it } from 'vitest';
import { frameStatement, listMatching, listQueue, pageStatement } from '@/lib/memberships/queries/list-queue';
import { grade } from '@/lib/memberships/rules/evidence';
import { type QueueFilters, queueFilters } from '@/lib/memberships/schema/queue';
import { pool } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { aPerson, later, tuesday } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();
const WAITING = 5000;
const PRACTICES = 500;
const wanted = (wishes: Partial<Record<keyof QueueFilters, string>> = {}) => queueFilters.parse(wishes);

let staff: Awaited<ReturnType<typeof aPerson>>;
let colleague: Awaited<ReturnType<typeof aPerson>>;

// 5,000 requests wait among 40,000 memberships, in 500 practices of 5 ICBs. Every tenth practice has no admin. Requests
// are spread over the last 20 days; each tenth person writes from a personal address.
beforeAll(async () => {
  staff = await aPerson({ platformAdmin: true });
  colleague = await aPerson({ platformAdmin: true, name: 'Colleague' });
  await db.$executeRawUnsafe(`insert into organisations (code, kind, name, display_name, status, linkable)
    select 'Q' || lpad(n::text, 2, '0'), 'icb', 'ICB ' || n, 'ICB ' || n, 'open', false from generate_series(1, 5) n`);
  await db.$executeRawUnsafe(`insert into organisations (code, kind, name, display_name, status, linkable, icb_code)
    select 'K' || lpad(n::text, 5, '0'), 'practice', 'P ' || n, 'Practice ' || n, case when n % 50 = 0 then 'closed' else 'open' end::organisation_status,
      true, 'Q' || lpad((1 + n % 5)::text, 2, '0')
    from generate_series(1, ${PRACTICES}) n`);
  await db.$executeRawUnsafe(`insert into users (id, name, email, email_verified)
    select gen_random_uuid(), 'Person ' || n, 'person-' || n || case when n % 10 = 0 then '@gmail.com' else '@practice-' || n % 500 || '.example' end, now()
    from generate_series(1, 41000) n`);
  await db.$executeRawUnsafe(`
    with numbered as (select id, row_number() over (order by email) as n from users where name like 'Person %' and email like 'person-%')
    insert into memberships (reference, user_id, org_code, state, role, state_since, requested_at)
    select 'R-' || n, id, 'K' || lpad((1 + n % ${PRACTICES})::text, 5, '0'),
      case when n <= ${WAITING} then 'pending' when n % 7 = 0 then 'left' else 'active' end::membership_state,
      case when n <= ${WAITING} or n % 7 = 0 then null
        when n > 39000 and (n % ${PRACTICES}) % 10 <> 0 then 'admin' else 'member' end::membership_role,
      '2026-11-01', timestamptz '2026-11-04 09:00' + n * interval '5 minutes'
    from numbered where n <= 40000`);
  await db.$executeRawUnsafe('analyze');
}, 120_000);

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Plan[];
} & Record<string, unknown>;

/** The nodes of the plan that touch memberships, as they ran. */
async function plan({ sql, values }: { sql: string; values: unknown[] }) {
  const { rows } = await pool().query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (analyze, format json) ${sql}`,
    values,
  );
  const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
  if (!explained) throw new Error('no plan');
  const all = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(all)];
  const nodes = all(explained.Plan).filter(node => node['Relation Name'] === 'memberships');
  const visited = nodes.map(node => {
    const removed = Number(node['Rows Removed by Filter'] ?? 0) + Number(node['Rows Removed by Index Recheck'] ?? 0);
    return (node['Actual Rows'] + removed) * node['Actual Loops'];
  });
  return {
    sequential: nodes.filter(node => node['Node Type'].includes('Seq Scan')).length,
    visited: Math.round(visited.reduce((sum, each) => sum + each, 0)),
  };
}

const every: [string, QueueFilters][] = [
  ['nothing', wanted()],
  ['the platform team’s late ones', wanted({ age: 'late' })],
  ['what is due today', wanted({ waiting: 'all', age: 'due' })],
  ['what is on time', wanted({ waiting: 'all', age: 'on-time' })],
  ['organisations’ turn', wanted({ waiting: 'organisation' })],
  ['the person’s turn', wanted({ waiting: 'person' })],
  ['practices', wanted({ kind: 'practice' })],
  ['an ICB', wanted({ waiting: 'all', icb: 'Q03' })],
  ['an organisation', wanted({ waiting: 'all', org: 'K00042' })],
  ['oneself', wanted({ waiting: 'all', assignee: 'me' })],
  ['nobody', wanted({ assignee: 'nobody' })],
  ['a colleague', wanted({ waiting: 'all', assignee: 'others' })],
  ['text', wanted({ waiting: 'all', q: 'practice 42' })],
  ['a personal address', wanted({ waiting: 'all', flag: 'personal' })],
  ['an address that is none of the NHS', wanted({ flag: 'look-alike' })],
  ['a shared mailbox', wanted({ waiting: 'all', flag: 'shared' })],
  ['refusals', wanted({ flag: 'again' })],
  ['many requests', wanted({ waiting: 'all', flag: 'many' })],
  ['closed organisations', wanted({ waiting: 'all', flag: 'closed' })],
];

describe('a queue with 5,000 requests', () => {
  it('its first page is read in three statements, whatever narrows it', async () => {
    expect(await db.membership.count({ where: { state: 'pending' } })).toBe(WAITING);
    for (const [what, filters] of every) {
      expect(await countStatements(() => listQueue(staff, filters)), what).toBeLessThanOrEqual(3);
    }
  });

  it.each(every)(
    'narrowed by %s, memberships are found by index, and only those that wait are walked',
    async (_, filters) => {
      const page = await plan(pageStatement(staff, filters));
      expect(page.sequential).toBe(0);
      // At most every waiting request once, its organisation's administrators, and what the page itself shows.
      expect(page.visited).toBeLessThan(WAITING * 4);
      const frame = await plan(frameStatement(staff, filters));
      expect(frame.sequential).toBe(0);
    },
  );

  it.each(['', 'nobody'])('the first page walks little more than it shows (looked after by: %s)', async assignee => {
    const { visited, sequential } = await plan(pageStatement(staff, wanted({ assignee })));
    expect(sequential).toBe(0);
    // 26 requests, and for each the members of its practice that the evidence and the crew are read from.
    expect(visited).toBeLessThan(26 * 220);
  });

  it('one organisation’s requests, or one’s own, are found without walking the queue', async () => {
    for (const filters of [wanted({ waiting: 'all', org: 'K00042' }), wanted({ waiting: 'all', assignee: 'me' })]) {
      expect((await plan(pageStatement(staff, filters))).visited).toBeLessThan(2500);
    }
  });

  it('counts stop at a thousand', async () => {
    const queue = await listQueue(staff, wanted({ waiting: 'all' }));
    expect(queue?.total).toBe(1001);
    expect(queue?.counts.platform).toBe(1001);
    expect((await listQueue(staff, wanted({ waiting: 'all', org: 'K00042' })))?.total).toBe(10);
  });

  it('page after page by keyset shows every request once, oldest first, also where many have the same moment', async () => {
    await db.$executeRawUnsafe(`update memberships set requested_at = '2026-11-05 09:00'
      where state = 'pending' and org_code in ('K00007', 'K00008', 'K00009', 'K00010', 'K00011')`);
    const seen: { id: string; at: number }[] = [];
    let after = '';
    for (let pages = 0; pages < 30; pages++) {
      const queue = await listQueue(staff, wanted({ waiting: 'all', icb: 'Q03', after }));
      seen.push(...(queue?.rows ?? []).map(({ id, requestedAt }) => ({ id, at: requestedAt.getTime() })));
      if (!queue?.next) break;
      after = queue.next;
    }
    const all = await db.membership.count({ where: { state: 'pending', organisation: { icbCode: 'Q03' } } });
    expect(seen).toHaveLength(Math.min(all, 750));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).sort((a, b) => a - b));
    const further = await plan(
      pageStatement(staff, wanted({ waiting: 'all', after: `2026-11-10T09:00:00.000Z_${seen[0]?.id}` })),
    );
    expect(further.sequential).toBe(0);
  });

  it('a cursor that somebody made up is the first page', async () => {
    const first = await listQueue(staff, wanted({ waiting: 'all' }));
    for (const after of ['x', '2026-99-99T00:00:00.000Z_zz', `2026-11-10T09:00:00.000Z_'; drop table users`]) {
      expect((await listQueue(staff, wanted({ waiting: 'all', after })))?.rows[0]?.id).toBe(first?.rows[0]?.id);
    }
  });
});

describe('what narrows the queue', () => {
  const ids = async (wishes: Parameters<typeof wanted>[0], viewer = staff) =>
    new Set(await listMatching(viewer, wanted(wishes)));

  it('R16 the platform’s turn is what has no admin or is late; the organisations’ is the rest', async () => {
    const [late] = await db.$queryRaw<
      { at: Date }[]
    >`select max(requested_at) as at from memberships where state = 'pending' and requested_at <= '2026-11-17T10:00:00Z'`;
    const rows = (await listQueue(staff, wanted()))?.rows ?? [];
    expect(rows.every(({ admins, requestedAt }) => admins === 0 || requestedAt <= (late?.at ?? tuesday))).toBe(true);
    const theirs = (await listQueue(staff, wanted({ waiting: 'organisation' })))?.rows ?? [];
    expect(theirs.length).toBe(25);
    expect(theirs.every(({ admins, requestedAt }) => admins > 0 && requestedAt > (late?.at ?? tuesday))).toBe(true);
  });

  it('ages follow the promise: late, due today, on time, together all', async () => {
    const count = async (age: string) =>
      (await listQueue(staff, wanted({ waiting: 'all', org: 'K00003', age })))?.total ?? 0;
    const all = await count('');
    expect((await count('late')) + (await count('due')) + (await count('on-time'))).toBe(all);
    expect(await count('late')).toBeGreaterThan(0);
  });

  it('the database and the rule agree on which addresses are personal, shared, or only look like the NHS', async () => {
    const addresses = [
      ...['a@gmail.com', 'a@hotmail.co.uk', 'a@hotmail.com', 'a@live.xyz.uk', 'a@outlook.example.uk', 'a@me.com'],
      ...['a@nhs.net', 'a@gp.nhs.uk', 'a@nhs.uk', 'a@wales.nhs.uk', 'a@x.wales.nhs.uk', 'a@nhs.scot', 'a@gp.nhs.scot'],
      ...['a@nhs-mail.example', 'a@nhs.example', 'a@my-nhs.net', 'a@nhs.net.example', 'a@snhs.net', 'a@x.nhs.net'],
      ...['reception@b.example', 'gp@b.example', 'gpx@b.example', 'elm.reception@b.example', 'elmreception@b.example'],
      ...['secretaries@b.example', 'secretary.x@b.example', 'k00001@nhs.net', 'k00001x@nhs.net', 'info_x@b.example'],
    ];
    const code = 'K00001';
    await db.$executeRawUnsafe(`update memberships set state = 'left', role = null where org_code = '${code}'`);
    const made = new Map<string, string>();
    for (const email of addresses) {
      const person = await aPerson({ email });
      const row = await db.membership.create({
        data: {
          reference: `R-${email}`,
          userId: person.userId,
          orgCode: code,
          state: 'pending',
          stateSince: tuesday,
          requestedAt: tuesday,
        },
      });
      made.set(row.id, email);
    }
    const found = async (flag: string) =>
      [...(await ids({ waiting: 'all', org: code, flag }))].map(id => made.get(id)).sort();
    const graded = addresses.map(email => ({
      email,
      ...grade({ email, verified: true, code, colleagues: 0, related: [] }),
    }));
    const expected = (wears: (one: (typeof graded)[number]) => boolean) =>
      graded
        .filter(wears)
        .map(({ email }) => email)
        .sort();
    expect(await found('personal')).toEqual(expected(one => one.grade === 'consumer'));
    expect(await found('look-alike')).toEqual(expected(one => one.lookAlike));
    expect(await found('shared')).toEqual(expected(one => one.sharedMailbox));
    expect(expected(one => one.lookAlike).length).toBeGreaterThan(3);
  });

  it('who looks after a request narrows it for each reader', async () => {
    const [one] = (await listQueue(staff, wanted()))?.rows ?? [];
    await db.membership.update({ where: { id: one?.id }, data: { assigneeId: colleague.userId, assignedAt: tuesday } });
    expect(await ids({ waiting: 'all', assignee: 'me' })).toEqual(new Set());
    expect(await ids({ waiting: 'all', assignee: 'others' })).toEqual(new Set([one?.id]));
    expect(await ids({ waiting: 'all', assignee: 'me' }, colleague)).toEqual(new Set([one?.id]));
    const [row] = (await listQueue(staff, wanted({ waiting: 'all', assignee: 'others' })))?.rows ?? [];
    expect(row).toMatchObject({ assigned: 'others', assignee: 'Colleague' });
    expect((await listQueue(colleague, wanted()))?.counts.mine).toBe(1);
  });

  it('R03 to nobody else is there a queue', async () => {
    const stranger = await aPerson();
    expect(await listQueue(stranger, wanted())).toBeNull();
    expect(await listMatching(stranger, wanted())).toBeNull();
    expect(await listMatching({ ...stranger, platformAdmin: true }, wanted())).toBeNull();
    expect(await listMatching(later(staff, 0), wanted())).toHaveLength(500);
  });
});
