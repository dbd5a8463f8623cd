import { describe, expect, it } from 'vitest';
import { reject } from '@/lib/memberships/commands/reject';
import { listApprovals } from '@/lib/memberships/queries/list-approvals';
import { approvalsPage } from '@/lib/memberships/schema/requests';
import type { Approvals } from '@/lib/memberships/schema/views';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, later, tuesday } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();
const MANY = 130;

/** A practice with many requests, three of each moment, so that the moment alone orders nothing. */
async function aBusyPractice() {
  const { code } = await anOrganisation();
  const admin = await aPerson();
  await joined(admin, code, 'admin');
  const requestedAt = (index: number) => new Date(tuesday.getTime() - Math.floor(index / 3) * 60_000);
  const people = await db.user.createManyAndReturn({
    data: Array.from({ length: MANY }, (_, index) => ({
      name: `Asks ${index}`,
      email: `${code}-${index}@practice.example`.toLowerCase(),
      emailVerified: tuesday,
    })),
    select: { id: true },
  });
  const rows = await db.membership.createManyAndReturn({
    data: people.map(({ id: userId }, index) => ({
      reference: `R-${code}-${index}`,
      userId,
      orgCode: code,
      state: 'pending' as const,
      stateSince: requestedAt(index),
      requestedAt: requestedAt(index),
    })),
    select: { id: true },
  });
  return { code, admin: later(admin, 60_000), ids: rows.map(({ id }) => id) };
}

type Busy = Awaited<ReturnType<typeof aBusyPractice>>;

async function walk({ admin, code }: Busy, show: '' | 'decided') {
  const pages: Approvals[] = [];
  for (let after: string | null = ''; after !== null; after = pages.at(-1)?.next ?? null) {
    const page = await listApprovals(admin, code, { show, after });
    if (!page || pages.length > 10) throw new Error('no end');
    pages.push(page);
  }
  return pages;
}

describe('S10 an organisation’s requests page by page', () => {
  it('all that wait are on some page, each once, oldest first, and every page says how many they are', async () => {
    const busy = await aBusyPractice();
    const pages = await walk(busy, '');
    expect(pages.map(({ pending }) => pending.length)).toEqual([25, 25, 25, 25, 25, 5]);
    expect(pages.every(({ waiting }) => waiting === MANY)).toBe(true);
    const seen = pages.flatMap(({ pending }) => pending);
    expect(seen.map(({ id }) => id).sort()).toEqual([...busy.ids].sort());
    const times = seen.map(({ requestedAt }) => requestedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('all that was decided is on some page, newest first, and what is decided meanwhile does not move the next page', async () => {
    const busy = await aBusyPractice();
    const { admin, code, ids } = busy;
    const [last, ...decided] = ids;
    for (const [index, id] of decided.entries()) {
      const done = await reject(later(admin, Math.floor(index / 3) * 1000), { id, reason: 'Not known here' });
      if (!done.ok) throw new Error(done.refusal);
    }
    const late = { ...busy, admin: later(admin, 120_000) };
    const pages = await walk(late, 'decided');
    expect(pages.map(one => one.decided.length)).toEqual([25, 25, 25, 25, 25, 4]);
    expect(pages.every(({ waiting }) => waiting === 1)).toBe(true);
    const seen = pages.flatMap(one => one.decided);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(MANY - 1);
    const times = seen.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));

    const after = pages[0]?.next ?? '';
    expect((await reject(late.admin, { id: last ?? '', reason: 'Not known here' })).ok).toBe(true);
    const again = await listApprovals(later(late.admin, 1000), code, { show: 'decided', after });
    expect(again?.decided.map(({ id }) => id)).toEqual(pages[1]?.decided.map(({ id }) => id));
  });

  it('a request decided meanwhile is still a place to go on from; where nothing comes after it, the first page is shown', async () => {
    const busy = await aBusyPractice();
    const { admin, code } = busy;
    const [first, second] = await walk(busy, '');
    const after = first?.next ?? '';
    expect((await reject(admin, { id: after, reason: 'Not known here' })).ok).toBe(true);
    const further = await listApprovals(admin, code, { show: '', after });
    expect(further?.pending.map(({ id }) => id)).toEqual(second?.pending.map(({ id }) => id));
    const end = (await walk(busy, '')).at(-1)?.pending.at(-1)?.id ?? '';
    const beyond = await listApprovals(admin, code, { show: '', after: end });
    expect(beyond).toMatchObject({ waiting: MANY - 1, pending: { length: 25 } });
  });

  it('R03 made-up cursors, and those of another organisation’s requests, are the first page', async () => {
    const [busy, other] = [await aBusyPractice(), await aBusyPractice()];
    const first = (await listApprovals(busy.admin, busy.code))?.pending.map(({ id }) => id);
    for (const sent of [{ after: "'; drop table users" }, { after: other.ids[60] }, { after: crypto.randomUUID() }]) {
      const page = await listApprovals(busy.admin, busy.code, approvalsPage.parse(sent));
      expect(page?.pending.map(({ id }) => id)).toEqual(first);
    }
  });

  it('a page takes as many statements however many wait', async () => {
    const busy = await aBusyPractice();
    const { admin, code } = busy;
    const quiet = await anOrganisation();
    await joined(admin, quiet.code, 'admin');
    const cost = (at: string, show: '' | 'decided') =>
      countStatements(() => listApprovals(admin, at, { show, after: '' }));
    expect(await cost(code, '')).toBe(5);
    expect(await cost(code, 'decided')).toBe(5);
    expect(await cost(quiet.code, 'decided')).toBe(5);
  });
});
