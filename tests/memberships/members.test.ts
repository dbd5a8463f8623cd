import { describe, expect, it } from 'vitest';
import { demote } from '@/lib/memberships/commands/change-role';
import { remove } from '@/lib/memberships/commands/remove';
import { listMembers } from '@/lib/memberships/queries/list-members';
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
