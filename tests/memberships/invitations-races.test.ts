import { describe, expect, it } from 'vitest';
import { acceptInvitation, declineInvitation } from '@/lib/memberships/commands/answer-invitation';
import { demote } from '@/lib/memberships/commands/change-role';
import { invite } from '@/lib/memberships/commands/invite';
import { lapseInvitations } from '@/lib/memberships/commands/lapse-invitations';
import { cancelInvitation, resendInvitation } from '@/lib/memberships/commands/manage-invitations';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { findOwnInvitation } from '@/lib/memberships/queries/find-invitation';
import { checkAddresses, listInvitations } from '@/lib/memberships/queries/list-invitations';
import { testDatabase } from '../support/database';
import { aPerson, later, tuesday } from '../support/people';
import { wish } from './asking';
import { anInvited, aPractice, DAY, fresh, own, type Practice, row } from './inviting';

const { db } = await testDatabase();

describe('the word an invitation rests on', () => {
  it.each([
    ['made a member', async ({ second, rows }: Practice) => demote(second, { id: rows.admin.id })],
    [
      'disabled',
      async ({ admin }: Practice) => db.user.update({ where: { id: admin.userId }, data: { state: 'disabled' } }),
    ],
    [
      'gone',
      async ({ rows }: Practice) =>
        db.membership.update({ where: { id: rows.admin.id }, data: { state: 'left', role: null } }),
    ],
  ] as const)(
    'R12 R06 an invitation by somebody who is %s since cannot be accepted, and another admin can invite anew',
    async (_how, end) => {
      const practice = await anInvited('admin');
      const { code, second, person, id } = practice;
      await end(practice);
      expect((await findOwnInvitation(person, code))?.flaw).toBe('inviter-gone');
      expect(await acceptInvitation(person, { id })).toMatchObject({ refusal: 'inviter-gone' });
      expect(await own(person, code)).toMatchObject({ state: 'invited' });
      expect((await listInvitations(second, code, ''))?.rows).toMatchObject([{ vouched: false }]);
      expect(await resendInvitation(second, { id: (await row(code, person.email))?.id ?? '' })).toMatchObject({
        refusal: 'inviter-gone',
      });
      expect((await checkAddresses(second, code, person.email))?.checked).toMatchObject([{ outcome: 'new' }]);
      expect(await invite(second, { code, role: 'member', addresses: [person.email] })).toMatchObject({
        value: { outcomes: [{ outcome: 'sent' }] },
      });
      const renewed = await own(person, code);
      expect(await acceptInvitation(person, { id: renewed?.id ?? '' })).toMatchObject({
        ok: true,
        value: { to: 'member' },
      });
    },
  );
});

describe('the clock', () => {
  it('R15 an invitation ends after 14 days, once however often the job runs, and can then be accepted no more', async () => {
    const { code, person, id, admin } = await anInvited();
    const clock = (days: number) =>
      ({ kind: 'clock', now: new Date(tuesday.getTime() + days * DAY), requestId: 'test' }) as const;
    await lapseInvitations(clock(13.9));
    expect(await own(person, code)).toMatchObject({ state: 'invited' });
    expect(await acceptInvitation(later(person, 14 * DAY), { id })).toMatchObject({ refusal: 'invitation-over' });
    await Promise.all([lapseInvitations(clock(14)), lapseInvitations(clock(14))]);
    await lapseInvitations(clock(14));
    expect(await own(person, code)).toBeNull();
    expect(await db.audit.count({ where: { orgCode: code, action: 'membership.let-invitation-lapse' } })).toBe(1);
    expect(await invite(later(admin, 13 * DAY), { code, role: 'member', addresses: [person.email] })).toMatchObject({
      value: { outcomes: [{ outcome: 'sent' }] },
    });
  });
});

describe('races', () => {
  const TIMES = 20;
  const often = (work: () => Promise<void>) => Promise.all(Array.from({ length: TIMES }, work));
  const sentIn = (answers: Awaited<ReturnType<typeof invite>>[]) =>
    answers
      .flatMap(answer => (answer.ok ? answer.value.outcomes.map(({ outcome }) => outcome) : [answer.refusal]))
      .sort();

  it(`R10 R11 ${TIMES} times, two admins invite the same address at once: one invitation, one mail`, async () => {
    await often(async () => {
      const { code, admin, second } = await aPractice();
      const address = Math.random() < 0.5 ? fresh() : (await aPerson()).email;
      const wanted = { code, role: 'member', addresses: [address, fresh()] } as const;
      const answers = await Promise.all([
        invite(admin, wanted),
        invite(second, { ...wanted, addresses: [fresh(), address] }),
      ]);
      expect(sentIn(answers)).toEqual(['invited', 'sent', 'sent', 'sent']);
      expect(await db.invitation.count({ where: { orgCode: code, address } })).toBe(1);
      expect(await db.audit.count({ where: { orgCode: code, action: 'membership.invite' } })).toBe(3);
    });
  }, 60_000);

  it(`R10 ${TIMES} times, accepted while cancelled: one of them holds`, async () => {
    await often(async () => {
      const { code, admin, person, id } = await anInvited();
      const invitation = await row(code, person.email);
      const [accepted, cancelled] = await Promise.all([
        acceptInvitation(person, { id }),
        cancelInvitation(admin, { id: invitation?.id ?? '' }),
      ]);
      expect([accepted.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
      expect((await own(person, code))?.state ?? null).toBe(accepted.ok ? 'active' : null);
    });
  }, 60_000);

  it(`R11 ${TIMES} times, asked while invited: one live row, and whoever came second is told`, async () => {
    await often(async () => {
      const { code, admin } = await aPractice();
      const person = await aPerson();
      const [asked, invited] = await Promise.all([
        requestToJoin(person, wish(code)),
        invite(admin, { code, role: 'member', addresses: [person.email] }),
      ]);
      const membership = await own(person, code);
      expect(membership?.state).toBe(asked.ok ? 'pending' : 'invited');
      expect(sentIn([invited])).toEqual([asked.ok ? 'asked' : 'sent']);
      expect(await db.invitation.count({ where: { orgCode: code } })).toBe(asked.ok ? 0 : 1);
    });
  }, 60_000);

  it(`R10 ${TIMES} times, accepted twice and declined at once: one answer`, async () => {
    await often(async () => {
      const { code, person, id } = await anInvited();
      const answers = await Promise.all([
        acceptInvitation(person, { id }),
        acceptInvitation(person, { id }),
        declineInvitation(person, { id }),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db.invitation.count({ where: { orgCode: code } })).toBe(0);
    });
  }, 60_000);

  it(`R12 ${TIMES} times, accepted while the inviter is demoted: never an admin on the word of one who was none`, async () => {
    await often(async () => {
      const { code, second, person, id, rows, admin } = await anInvited('admin');
      const [accepted, demoted] = await Promise.all([
        acceptInvitation(person, { id }),
        demote(second, { id: rows.admin.id }),
      ]);
      expect(demoted.ok).toBe(true);
      const events = await db.membershipEvent.findMany({
        where: { membership: { orgCode: code }, operation: { in: ['accept', 'demote'] } },
      });
      expect(events.some(({ operation }) => operation === 'accept')).toBe(accepted.ok);
      if (!accepted.ok) expect(accepted.refusal).toBe('inviter-gone');
      expect(await db.membership.count({ where: { orgCode: code, userId: admin.userId, role: 'member' } })).toBe(1);
    });
  }, 60_000);
});
