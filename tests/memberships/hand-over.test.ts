import { describe, expect, it } from 'vitest';
import { handOver, resign } from '@/lib/memberships/commands/hand-over';
import { leave } from '@/lib/memberships/commands/leave';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined } from '../support/people';
import { standing } from './asking';

const { db } = await testDatabase();

async function aPractice() {
  const { code } = await anOrganisation();
  const [admin, member] = [await aPerson(), await aPerson()];
  const [own, other] = [await joined(admin, code, 'admin'), await joined(member, code, 'member')];
  return { code, admin, member, own: own.id, other: other.id };
}

describe('R12 the way out of the last admin is a hand-over or the platform team', () => {
  it('R12 a hand-over makes the colleague admin and lets the last one go, in one step; alone they cannot', async () => {
    const { admin, own, other, member } = await aPractice();
    expect(await leave(admin, { id: own })).toMatchObject({ refusal: 'last-administrator' });
    expect(await handOver(admin, { id: own, successor: other, afterwards: 'leave' })).toMatchObject({ ok: true });
    expect([await standing(own), await standing(other)]).toEqual(['left', 'admin']);
    expect(await db.mail.findMany({ where: { userId: member.userId } })).toMatchObject([{ kind: 'role-changed' }]);
  });

  it('R12 who hands over may stay as a member', async () => {
    const { admin, own, other } = await aPractice();
    expect(await handOver(admin, { id: own, successor: other, afterwards: 'step-down' })).toMatchObject({ ok: true });
    expect([await standing(own), await standing(other)]).toEqual(['member', 'admin']);
  });

  it('R03 R12 a successor elsewhere, oneself, or somebody disabled changes nothing', async () => {
    const [here, there] = [await aPractice(), await aPractice()];
    await joined(here.admin, there.code, 'admin');
    for (const successor of [there.other, here.own]) {
      const answer = await handOver(here.admin, { id: here.own, successor, afterwards: 'leave' });
      expect(answer.ok).toBe(false);
    }
    expect([await standing(here.own), await standing(there.other)]).toEqual(['admin', 'member']);
    await db.user.update({ where: { id: here.member.userId }, data: { state: 'disabled' } });
    expect(await handOver(here.admin, { id: here.own, successor: here.other, afterwards: 'leave' })).toMatchObject({
      refusal: 'person-gone',
    });
    expect([await standing(here.own), await standing(here.other)]).toEqual(['admin', 'member']);
  });

  it('R12 knowingly left to the platform team, the last admin goes and the team is told once', async () => {
    const { code, admin, own } = await aPractice();
    const platform = await aPerson({ platformAdmin: true });
    expect(await resign(admin, { id: own })).toMatchObject({ ok: true });
    expect(await standing(own)).toBe('left');
    expect(await resign(admin, { id: own })).toMatchObject({ ok: false });
    const told = await db.mail.findMany({ where: { userId: platform.userId, kind: 'organisation-without-admin' } });
    expect(told).toHaveLength(1);
    const noted = await db.audit.findMany({ where: { orgCode: code, action: 'membership.resign' } });
    expect(noted).toMatchObject([{ actorId: admin.userId, subject: own }]);
  });

  it('R12 only the last one can: with a second admin, and for a member, it is refused', async () => {
    const { code, admin, own, member, other } = await aPractice();
    const second = await aPerson();
    await joined(second, code, 'admin');
    expect(await resign(admin, { id: own })).toMatchObject({ refusal: 'not-the-last' });
    expect((await resign(member, { id: other })).ok).toBe(false);
    expect(await resign(second, { id: own })).toMatchObject({ ok: false });
    expect(await leave(admin, { id: own })).toMatchObject({ ok: true });
  });

  it('R12 20 times, leaving to the platform team and a hand-over at once: one of them happens', async () => {
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { code, admin, own, other } = await aPractice();
        const answers = await Promise.all([
          resign(admin, { id: own }),
          handOver(admin, { id: own, successor: other, afterwards: 'leave' }),
        ]);
        expect(answers.filter(answer => answer.ok)).toHaveLength(1);
        const admins = await db.membership.count({ where: { orgCode: code, role: 'admin' } });
        expect(admins).toBe(answers[1].ok ? 1 : 0);
      }),
    );
  });
});
