import { describe, expect, it } from 'vitest';
import type { Person } from '@/lib/core/viewer';
import { approve } from '@/lib/memberships/commands/approve';
import { demote, promote } from '@/lib/memberships/commands/change-role';
import { leave } from '@/lib/memberships/commands/leave';
import { remove } from '@/lib/memberships/commands/remove';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { undo } from '@/lib/memberships/commands/undo';
import { findAccess } from '@/lib/memberships/queries/find-access';
import { earlierDay } from '@/lib/memberships/schema/access';
import { accessCsv, accessFacts, accessJson, madeFrom } from '@/lib/memberships/words/access';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, guarded, joined } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };
const at = <P extends Person>(person: P, text: string): P => ({
  ...person,
  now: new Date(text),
  provedAt: new Date(text),
});

/** A practice with a history: its first admin by the platform team, then people who came, rose, went and came back. */
async function aHistory() {
  const began = new Date('2026-02-02T09:00:00Z');
  const { code } = await anOrganisation({ name: 'Elm Surgery' });
  const platform = await aPerson({ now: began, platformAdmin: true, name: 'Petra Platform' });
  const ask = async (name: string, text: string) => {
    const person = await aPerson({ now: new Date(text), name });
    await guarded(person);
    const asked = await requestToJoin(person, { code, claim: 'partner', claimOther: '', message: 'Private words' });
    if (!asked.ok) throw new Error(asked.refusal);
    return { ...person, row: asked.value.id };
  };
  const anna = await ask('Anna Admin', '2026-02-02T09:00:00Z');
  await approve(at(platform, '2026-02-03T09:00:00Z'), { id: anna.row, role: 'admin', authoriser });
  const mary = await ask('Mary Member', '2026-03-02T09:00:00Z');
  await approve(at(anna, '2026-03-03T09:00:00Z'), { id: mary.row, role: 'member' });
  await promote(at(anna, '2026-04-01T09:00:00Z'), { id: mary.row });
  const lee = await ask('Lee Leaver', '2026-03-10T09:00:00Z');
  await approve(at(anna, '2026-03-11T09:00:00Z'), { id: lee.row, role: 'member' });
  await leave(at(lee, '2026-06-30T22:30:00Z'), { id: lee.row });
  return { code, platform, anna, mary, lee };
}

const who = async (viewer: Person, code: string, day: string | null = null) =>
  (await findAccess(viewer, code, day))?.lines.map(({ name, role }) => [name, role]) ?? null;

describe('R13 who has access and who decided it', () => {
  it('R13 R16 names for each person who decided in what capacity, when, on what evidence and on whose word', async () => {
    const { code, anna } = await aHistory();
    const receipt = await findAccess(at(anna, '2026-11-24T10:00:00Z'), code, null);
    const [first, second] = receipt?.lines ?? [];
    expect(receipt?.lines.map(({ name }) => name)).toEqual(['Anna Admin', 'Mary Member']);
    expect(first && accessFacts(first)).toEqual([
      { label: 'How', text: 'Asked, and was approved.' },
      {
        label: 'Decided by',
        text: 'The platform team, on the word of somebody in the organisation, 3 February 2026, 09:00',
      },
      { label: 'Evidence seen', text: expect.stringContaining('Confirmed NHS address') },
      { label: 'Authorised by', text: 'Dr Example, GP partner. Called the practice' },
    ]);
    expect(second && accessFacts(second)).toContainEqual({
      label: 'Made admin by',
      text: 'Anna Admin, as an admin of the organisation, 1 April 2026, 10:00',
    });
    expect(second?.since).toEqual(new Date('2026-03-03T09:00:00Z'));
    expect(JSON.stringify(receipt)).not.toMatch(/Petra|Private words|Lee Leaver/);
    expect(receipt && madeFrom(receipt)[0]).toBe(
      'Made from 8 recorded steps of memberships of this organisation, the first on 2 February 2026. Recorded steps are never changed.',
    );
  });

  it('R13 as of an earlier day it says who had access then, with the role of then; days end in England', async () => {
    const { code, anna } = await aHistory();
    const viewer = at(anna, '2026-11-24T10:00:00Z');
    expect(await who(viewer, code, '2026-02-02')).toEqual([]);
    expect(await who(viewer, code, '2026-02-03')).toEqual([['Anna Admin', 'admin']]);
    expect(await who(viewer, code, '2026-03-31')).toEqual([
      ['Anna Admin', 'admin'],
      ['Lee Leaver', 'member'],
      ['Mary Member', 'member'],
    ]);
    // Left at 23:30 on 30 June in London.
    expect((await who(viewer, code, '2026-06-29'))?.map(([name]) => name)).toContain('Lee Leaver');
    expect((await who(viewer, code, '2026-06-30'))?.map(([name]) => name)).not.toContain('Lee Leaver');
    // Of somebody who has left the address is nobody's to read any more.
    const then = await findAccess(viewer, code, '2026-05-01');
    expect(then?.lines.find(({ name }) => name === 'Lee Leaver')?.email).toBeNull();
    expect(then?.lines.find(({ name }) => name === 'Mary Member')?.email).toContain('@');
  });

  it('what was taken back counts as not done', async () => {
    const { code, anna, mary } = await aHistory();
    await demote(at(anna, '2026-07-01T09:00:00Z'), { id: mary.row });
    const removed = await remove(at(anna, '2026-07-02T09:00:00Z'), { id: mary.row, reason: 'Left' });
    if (!removed.ok) throw new Error(removed.refusal);
    expect(await who(at(anna, '2026-07-02T09:01:00Z'), code)).toEqual([['Anna Admin', 'admin']]);
    await undo(at(anna, '2026-07-02T09:05:00Z'), { event: removed.value.eventId });
    const line = (await findAccess(at(anna, '2026-07-03T09:00:00Z'), code, null))?.lines[1];
    expect(line).toMatchObject({ name: 'Mary Member', role: 'member', since: new Date('2026-03-03T09:00:00Z') });
    expect(line?.access?.entry?.operation).toBe('approve');
    expect(line && accessFacts(line)).toContainEqual({
      label: 'Made member by',
      text: 'Anna Admin, as an admin of the organisation, 1 July 2026, 10:00',
    });
  });

  it('R63 an erased decider and an erased member stand there as former members', async () => {
    const { code, anna, mary } = await aHistory();
    await db.membershipEvent.updateMany({ where: { actorId: anna.userId }, data: { actorId: null } });
    await db.user.update({ where: { id: mary.userId }, data: { name: 'Former member', state: 'closed', email: null } });
    const lines = (await findAccess(at(anna, '2026-11-24T10:00:00Z'), code, null))?.lines ?? [];
    const line = lines.find(({ name }) => name.startsWith('Former member'));
    expect(line?.name).toBe(`Former member ${mary.userId.slice(0, 4)}`);
    expect(line && accessFacts(line)[1]?.text).toBe(
      'Former member, as an admin of the organisation, 3 March 2026, 09:00',
    );
  });

  it('says so where nothing was recorded, and claims nothing for days before', async () => {
    const { code } = await anOrganisation();
    const admin = await aPerson({ now: new Date('2026-05-01T09:00:00Z') });
    await guarded(admin);
    await joined(admin, code, 'admin');
    await db.membership.updateMany({ where: { orgCode: code }, data: { createdAt: new Date('2026-05-01T09:00:00Z') } });
    const viewer = at(admin, '2026-11-24T10:00:00Z');
    const now = await findAccess(viewer, code, null);
    expect(now?.lines[0] && accessFacts(now.lines[0])).toEqual([
      { label: 'How', text: 'Nothing is recorded of how this membership began.' },
    ]);
    expect(now && madeFrom(now)[0]).toContain('no step is recorded');
    expect(await who(viewer, code, '2026-04-30')).toEqual([]);
    expect(await who(viewer, code, '2026-05-01')).toHaveLength(1);
  });

  it('R01 R03 R33 is for admins of this organisation alone, asked of the database, with their powers', async () => {
    const { code, anna, mary, lee, platform } = await aHistory();
    const now = '2026-11-24T10:00:00Z';
    const other = await aPerson({ now: new Date(now) });
    await joined(other, (await anOrganisation()).code, 'admin');
    for (const stranger of [lee, platform, other]) expect(await findAccess(at(stranger, now), code, null)).toBeNull();
    expect(await findAccess(at(mary, now), code, null)).not.toBeNull();
    await demote(at(anna, now), { id: mary.row });
    expect(await findAccess(at(mary, now), code, null)).toBeNull();
    await db.passkey.deleteMany({ where: { userId: anna.userId } });
    const afterGrace = at(anna, '2027-03-01T10:00:00Z');
    expect(await findAccess(afterGrace, code, null)).toBeNull();
    await guarded(anna);
    expect(await findAccess(afterGrace, code, null)).not.toBeNull();
    expect(await countStatements(() => findAccess(at(anna, now), code, null))).toBe(2);
  });

  it('R59 R07 as a file it runs nothing and holds no request’s words, digests or platform names', async () => {
    const { code, anna } = await aHistory();
    await db.user.update({ where: { id: anna.userId }, data: { name: '=cmd|1' } });
    const viewer = at(anna, '2026-11-24T10:00:00Z');
    const receipt = await findAccess(viewer, code, '2026-03-31');
    if (!receipt) throw new Error('a receipt');
    const text = accessCsv(receipt, viewer.now);
    expect(text.split('\r\n')[0]).toMatch(/^\uFEFForganisation_code,organisation,as_of_utc,made_utc,name,email,/);
    expect(text).toContain(",'=cmd|1,");
    expect(text).toContain('2026-03-31T23:00:00.000Z');
    const json = JSON.parse(accessJson(receipt, viewer.now));
    expect(json).toMatchObject({ organisation: { code }, asOf: '2026-03-31T23:00:00.000Z' });
    expect(json.people).toHaveLength(3);
    for (const file of [text, JSON.stringify(json)]) expect(file).not.toMatch(/Petra|Private|[0-9a-f]{64}/);
  });

  it('an earlier day is a day before today; anything else is now', () => {
    expect(earlierDay('2026-11-23', '2026-11-24')).toBe('2026-11-23');
    for (const typed of ['2026-11-24', '2027-01-01', '2026-02-31', 'x', '', undefined, ['2026-01-01']]) {
      expect(earlierDay(typed, '2026-11-24')).toBeNull();
    }
  });
});
