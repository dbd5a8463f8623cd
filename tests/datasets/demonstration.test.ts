import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeDemonstrationRegister } from '@/lib/datasets/commands/demonstration';
import { importFile } from '@/lib/datasets/commands/import-file';
import { distributionOf, listSizesOf } from '@/lib/datasets/queries/list-sizes';
import { currentVintage, currentVintages, periodsOfListSizes } from '@/lib/datasets/queries/vintage';
import { PERIODS } from '@/lib/datasets/rules/demonstration-people';
import { demonstrationRegister } from '@/lib/datasets/rules/demonstration-register';
import { findOrganisation, listPracticesOfPcn } from '@/lib/organisations/queries/find-organisation';
import { ENGLAND } from '@/lib/organisations/schema';
import { Prisma } from '@/lib/platform/generated/prisma/client';
import { testDatabase } from '../support/database';
import { file } from './files';
import { mapFile, openPractices } from './published';
import { machine, one } from './register';

const { db } = await testDatabase();
const [practice] = openPractices;
const code = practice?.code ?? '';

describe('the demonstration register', { timeout: 60_000 }, () => {
  it('is the same on every machine', () => {
    expect(demonstrationRegister()).toEqual(demonstrationRegister());
    const codes = demonstrationRegister().organisations.map(each => each.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has England’s size and shape, and is marked as demonstration throughout', async () => {
    expect(await makeDemonstrationRegister(machine)).toMatchObject({ ok: true, value: { periods: 13 } });
    const count = (where: string) => one(`SELECT count(*)::int FROM organisations WHERE ${where}`);
    expect(await count(`kind = 'practice' AND status = 'open'`)).toBe(6200);
    expect(await count(`kind = 'pcn' AND linkable`)).toBe(1300);
    expect([await count(`kind = 'sub_icb'`), await count(`kind = 'icb'`), await count(`kind = 'region'`)]).toEqual([
      106, 36, 7,
    ]);
    expect(await count(`kind = 'practice' AND status = 'open' AND pcn_code IS NULL`)).toBe(52);
    expect(await count(`status = 'closed' AND successor_code IS NOT NULL`)).toBeGreaterThan(100);
    expect(await count('NOT demonstration')).toBe(0);
    expect((await currentVintages()).map(each => each.demonstration)).toEqual([true, true]);
  });

  it('every level is the sum of its practices, in each of thirteen months', async () => {
    for (const parent of ['pcn_code', 'icb_code', 'region_code']) {
      const uneven = `SELECT count(*)::int FROM (SELECT 1 FROM list_sizes l JOIN organisations o ON o.code = l.code AND o.kind = 'practice'
        JOIN list_sizes p ON p.code = o.${parent} AND p.period = l.period GROUP BY p.code, p.period, p.total HAVING sum(l.total) <> p.total) x`;
      expect(await one(uneven), parent).toBe(0);
    }
    expect(await periodsOfListSizes()).toEqual(PERIODS);
  });

  it('is made once only', async () => {
    expect(await makeDemonstrationRegister(machine)).toMatchObject({ ok: false, refusal: 'register-not-empty' });
  });

  it('answers what a tool page asks: the practice, its network, all months, the spread', async () => {
    const found = await findOrganisation(code);
    expect(found).toMatchObject({ code, kind: 'practice', demonstration: true, linkable: true });
    const members = await listPracticesOfPcn(found?.pcn?.code ?? '');
    expect(members.map(each => each.code)).toContain(code);
    const all = await listSizesOf([code, ENGLAND], 'all');
    expect(all.filter(each => each.code === code).map(each => each.period)).toEqual(PERIODS);
    const [latest] = await listSizesOf([code]);
    expect(latest).toEqual(all.find(each => each.code === code && each.period === PERIODS.at(-1)));
    const vintage = await currentVintage('list-sizes');
    const spread = vintage && (await distributionOf('practice', vintage));
    expect(spread?.count).toBe(6200);
    expect(spread?.total).toEqual([...(spread?.total ?? [])].sort((a, b) => a - b));
  });

  it('goes as a whole with the first real map: nothing of it ends up on a real organisation of the same code', async () => {
    const person = await db.user.create({ data: { name: 'A Person', email: 'person@example.org' } });
    const joined = {
      userId: person.id,
      orgCode: code,
      state: 'active',
      role: 'admin',
      reference: 'R-TEST1',
      stateSince: machine.now,
    } as const;
    const membership = await db.membership.create({ data: joined });
    const preset = {
      orgCode: code,
      tool: 'practice-overview',
      toolVersion: 1,
      name: 'Mine',
      settings: {},
      vintage: {},
    };
    await db.preset.create({ data: { ...preset, requestId: randomUUID(), ownerId: person.id } });
    await db.preset.create({ data: { ...preset, requestId: randomUUID() } });
    await belongingTo(person.id);
    expect(await db.$queryRaw(tablesThatHoldOn)).toEqual(
      ['invitations', 'member_checks', 'memberships', 'pcn_deciding'].map(table => ({ table })),
    );

    // The real map is made of the same codes here, which is the worst case.
    expect(await importFile(machine, file('map.csv', mapFile()))).toMatchObject({
      ok: true,
      value: [{ replacedDemonstration: true }],
    });

    expect(await findOrganisation(code)).toMatchObject({ demonstration: false });
    const left = [db.membership.count(), db.invitation.count(), db.memberCheck.count(), db.pcnDeciding.count()];
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0]);
    expect(await db.audit.findMany({ where: { action: 'membership.demonstration-removed' } })).toMatchObject([
      { subject: membership.id, personId: person.id, data: { code, state: 'active' } },
    ]);
    expect(await db.preset.findMany()).toMatchObject([{ ownerId: person.id, orgCode: null, name: 'Mine' }]);
    expect(await db.listSize.count()).toBe(0);
    expect(await one('SELECT count(*)::int FROM dataset_loads WHERE demonstration')).toBe(0);
    expect((await currentVintages()).map(each => each.dataset)).toEqual(['practice-map']);
  });
});

/** What was arranged about belonging to an invented organisation, in every table that would hold it back. */
async function belongingTo(invitedById: string): Promise<void> {
  const pcn = await db.organisation.findFirstOrThrow({ where: { kind: 'pcn', demonstration: true } });
  const invitation = { orgCode: code, address: 'else@example.org', role: 'member', token: 'x', invitedById } as const;
  await db.invitation.create({ data: { ...invitation, createdAt: machine.now, expires: machine.now } });
  await db.memberCheck.create({ data: { orgCode: code, openedAt: machine.now } });
  await db.pcnDeciding.create({ data: { orgCode: code, pcnCode: pcn.code, since: machine.now } });
}

const tablesThatHoldOn = Prisma.sql`
  select distinct conrelid::regclass::text as "table" from pg_constraint
  where confrelid = 'organisations'::regclass and contype = 'f' and confdeltype in ('r', 'a') order by 1`;
