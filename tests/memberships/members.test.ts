import { describe, expect, it } from 'vitest';
import { demote } from '@/lib/memberships/commands/change-role';
import { invite } from '@/lib/memberships/commands/invite';
import { remove } from '@/lib/memberships/commands/remove';
import { findMember, listMembers, listSuccessors } from '@/lib/memberships/queries/list-members';
import { memberFilters } from '@/lib/memberships/schema/members';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, later } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();

async function aPractice() {
  const pcn = await anOrganisation({ kind: 'pcn' });
  const { code } = await anOrganisation({ pcnCode: pcn.code });
  const [admin, second, member] = [await aPerson(), await aPerson(), await aPerson({ name: 'Ann Member' })];
  const rows = {
    admin: await joined(admin, code, 'admin'),
    second: await joined(second, code, 'admin'),
    member: await joined(member, code, 'member'),
  };
  return { code, pcn: pcn.code, admin, second, member, rows };
}

describe('who sees the members', () => {
  it('R07 a member reads names and roles, an admin also addresses, since when, and the month of the last visit', async () => {
    const { code, admin, member, second } = await aPractice();
    await db.user.update({ where: { id: member.userId }, data: { lastSignInAt: new Date('2026-11-19T09:30:00Z') } });
    const forMember = await listMembers(member, code);
    expect(forMember?.members.map(({ name, more }) => [name, more])).toContainEqual(['Ann Member', null]);
    for (const { email } of [admin, second, member]) expect(JSON.stringify(forMember)).not.toContain(email);

    const forAdmin = await listMembers(admin, code);
    const row = forAdmin?.members.find(({ name }) => name === 'Ann Member');
    expect(row).toMatchObject({ role: 'member', self: false, more: { email: member.email, since: member.now } });
    expect(row?.more?.lastActive?.toISOString()).toMatch(/^2026-(10-31|11-01)T/);
    expect(forAdmin).toMatchObject({ role: 'admin', admins: 2 });
  });

  it('R01 R03 to everybody else, and to somebody removed from the next request on, there is no such page', async () => {
    const { code, pcn, admin, member, rows } = await aPractice();
    const elsewhere = await aPerson();
    await joined(elsewhere, (await anOrganisation()).code, 'admin');
    const pcnAdmin = await aPerson();
    await joined(pcnAdmin, pcn, 'admin');
    for (const stranger of [elsewhere, pcnAdmin, await aPerson({ platformAdmin: true })]) {
      expect(await listMembers(stranger, code)).toBeNull();
    }
    expect(await listMembers(member, code)).not.toBeNull();
    expect(await remove(admin, { id: rows.member.id, reason: 'Left' })).toMatchObject({ ok: true });
    expect(await listMembers(member, code)).toBeNull();
  });

  it('R01 an admin made a member reads no addresses any more', async () => {
    const { code, admin, second, rows } = await aPractice();
    expect((await listMembers(second, code))?.members[0]?.more).not.toBeNull();
    expect(await demote(admin, { id: rows.second.id })).toMatchObject({ ok: true });
    expect((await listMembers(second, code))?.members.every(({ more }) => more === null)).toBe(true);
  });

  it('an admin whose account is disabled is shown as such and does not count as one', async () => {
    const { code, admin, second } = await aPractice();
    await db.user.update({ where: { id: second.userId }, data: { state: 'disabled' } });
    const people = await listMembers(admin, code);
    expect(people?.admins).toBe(1);
    expect(people?.members.filter(({ resting }) => resting)).toHaveLength(1);
  });

  it('R33 an admin whose days without a second factor are over reads names alone; within them, addresses', async () => {
    const { code, admin, second } = await aPractice();
    const afterGrace = later(admin, 60 * 86_400_000);
    expect(JSON.stringify(await listMembers(afterGrace, code))).not.toContain(second.email);
    expect(JSON.stringify(await listMembers(admin, code))).toContain(second.email);
  });

  it('costs one statement for a member and two for an admin, however many there are', async () => {
    const { code, admin, member } = await aPractice();
    expect(await countStatements(() => listMembers(member, code))).toBe(1);
    expect(await countStatements(() => listMembers(admin, code))).toBe(2);
  });
});

describe('S10 a long list of members', () => {
  const all = memberFilters.parse({});

  async function aLongList() {
    const practice = await aPractice();
    const names = ['Zoe', 'adam', 'Mo', 'Mo', 'Ben_x', 'Benax'];
    for (let n = 0; n < 30; n++) {
      const person = await aPerson({ name: `${names[n % names.length]} ${n}` });
      await joined(person, practice.code, n === 7 ? 'admin' : 'member');
      if (n === 9) await db.user.update({ where: { id: person.userId }, data: { state: 'disabled' } });
    }
    return practice;
  }

  it('is read page by page: admins first, then by name, each once', async () => {
    const { code, member } = await aLongList();
    const first = await listMembers(member, code, all);
    const second = await listMembers(member, code, { ...all, after: first?.next ?? '' });
    const read = [...(first?.members ?? []), ...(second?.members ?? [])];
    expect([first?.members.length, second?.members.length, first?.total, second?.next]).toEqual([25, 8, 33, null]);
    expect(new Set(read.map(({ id }) => id)).size).toBe(33);
    expect(read.map(({ role }) => role === 'admin').lastIndexOf(true)).toBe(2);
    const names = read.filter(({ role }) => role === 'member').map(({ name }) => name.toLowerCase());
    expect(names[0]?.startsWith('adam')).toBe(true);
    expect(names.at(-1)?.startsWith('zoe')).toBe(true);
  });

  it('somebody who left between two pages costs nobody their line, and an unknown page is the first', async () => {
    const { code, member, admin } = await aLongList();
    const first = await listMembers(member, code, all);
    const last = first?.members.at(-1);
    expect(await remove(admin, { id: last?.id ?? '', reason: 'Left' })).toMatchObject({ ok: true });
    const anew = await listMembers(member, code, { ...all, after: last?.id ?? '' });
    expect(anew?.members).toHaveLength(25);
    const unknown = await listMembers(member, code, memberFilters.parse({ after: 'nonsense', role: 'x', state: 'y' }));
    expect(unknown?.members[0]?.id).toBe(first?.members[0]?.id);
  });

  it('is filtered by name, role and account; signs of patterns are letters; the whole is still counted', async () => {
    const { code, member } = await aLongList();
    const names = async (wanted: Partial<typeof all>) =>
      (await listMembers(member, code, { ...all, ...wanted }))?.members.map(({ name }) => name.split(' ')[0]);
    expect(new Set(await names({ q: 'ben_' }))).toEqual(new Set(['Ben_x']));
    expect(await names({ role: 'admin' })).toHaveLength(3);
    expect(await names({ state: 'resting' })).toHaveLength(1);
    expect(await names({ q: '@' })).toEqual([]);
    const none = await listMembers(member, code, { ...all, q: 'nobody at all' });
    expect(none).toMatchObject({ total: 33, matching: 0, members: [], next: null });
    expect(await listMembers(await aPerson(), code, { ...all, q: 'nobody at all' })).toBeNull();
  });

  it('R07 a member learns of no invitation, an admin how many wait', async () => {
    const { code, admin, member } = await aPractice();
    await invite(admin, { code, role: 'member', addresses: ['somebody@example.org'] });
    expect(await listMembers(member, code)).toMatchObject({ invited: 0 });
    expect(await listMembers(admin, code)).toMatchObject({ invited: 1 });
    expect(await listMembers(later(admin, 60 * 86_400_000), code)).toMatchObject({ invited: 0 });
  });

  it('R12 everybody who can take over is offered, beyond one page, and nobody whose account rests', async () => {
    const { code, admin, rows } = await aLongList();
    const people = await listSuccessors(admin, code);
    expect(people?.members).toHaveLength(32);
    expect(people?.members.some(({ resting }) => resting)).toBe(false);
    expect((await findMember(admin, code, rows.member.id))?.members).toMatchObject([{ name: 'Ann Member' }]);
    expect((await findMember(admin, code, 'nonsense'))?.members ?? []).toEqual([]);
  });
});
