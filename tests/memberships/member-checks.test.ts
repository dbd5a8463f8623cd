import { beforeEach, describe, expect, it } from 'vitest';
import { checkMembers } from '@/lib/memberships/commands/check-members';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { runMemberChecks } from '@/lib/memberships/commands/run-member-checks';
import { settleCheck } from '@/lib/memberships/commands/settle-check';
import { listUnansweredChecks } from '@/lib/memberships/queries/member-checks';
import { checkDue, coveredBefore, dueBefore, lapseDue, secondMailDue } from '@/lib/memberships/rules/member-check';
import { testDatabase } from '../support/database';
import { aPerson, joined } from '../support/people';
import { aPractice, at, authoriser, clockAt, joinedOn, lapses, nothingDue, opens, reminds, run } from './member-check';

const { db } = await testDatabase();

beforeEach(nothingDue);

describe('the rules of the yearly check', () => {
  it('a year is a calendar year, also over the 29th of February, and the database asks the same', () => {
    expect(checkDue(new Date('2025-12-09T10:00:00Z'))).toEqual(new Date(opens));
    expect(checkDue(new Date('2024-02-29T10:00:00Z'))).toEqual(new Date('2025-03-01T10:00:00Z'));
    expect(dueBefore(new Date(opens))).toEqual(new Date(joinedOn));
  });

  it('counts working days over Christmas and New Year, and from the second mail, however late that was', () => {
    expect(secondMailDue(new Date(opens))).toEqual(new Date(reminds));
    expect(lapseDue({ openedAt: new Date(opens), remindedAt: null })).toEqual(new Date(lapses));
    expect(lapseDue({ openedAt: new Date(opens), remindedAt: new Date('2027-02-01T10:00:00Z') })).toEqual(
      new Date('2027-02-15T10:00:00Z'),
    );
    expect(coveredBefore(new Date(opens))).toEqual(new Date('2026-09-10T10:00:00Z'));
  });
});

describe('the clock of the yearly check', () => {
  it('opens, reminds and lapses, each once, however often and in however many processes it runs', async () => {
    const { code, admin, members, mails, state, check } = await aPractice({ admins: 2 });
    const [member] = members;
    if (!member) throw new Error('a member was made');
    await run('2026-12-09T09:59:00Z');
    expect(await check()).toBeNull();
    await run(opens);
    expect(await mails(admin.userId)).toEqual(['member-check-due']);
    await run('2026-12-23T09:59:00Z');
    await run(reminds);
    await run('2027-01-11T09:59:00Z');
    expect(await mails(admin.userId)).toEqual(['member-check-due', 'member-check-reminder']);
    expect(await state(member.row)).toBe('member');

    await run(lapses);
    for (const { row, userId } of members) {
      expect(await state(row)).toBe('lapsed');
      expect(await mails(userId)).toEqual(['membership-lapsed']);
      expect(await db.membershipEvent.count({ where: { membershipId: row, operation: 'lapse' } })).toBe(1);
    }
    for (const action of ['member-check.opened', 'member-check.reminded', 'member-check.escalated']) {
      expect(await db.audit.count({ where: { orgCode: code, action } }), action).toBe(1);
    }
    // Whoever has lapsed asks again at once.
    const again = await requestToJoin(at(member, '2027-01-11T11:00:00Z'), {
      code,
      claim: 'partner',
      claimOther: '',
      message: '',
    });
    expect(again.ok).toBe(true);
  });

  it('R12 of several admins the one who is still about stays, never lapses, and the platform team is asked', async () => {
    const platform = await aPerson({ platformAdmin: true, now: new Date(joinedOn) });
    const { admins, state, mails, check } = await aPractice({ admins: 3, members: 0 });
    const [gone, about, alsoGone] = admins;
    if (!gone || !about || !alsoGone) throw new Error('three admins were made');
    await db.user.update({ where: { id: about.userId }, data: { lastSignInAt: new Date('2026-11-01') } });
    for (const day of [opens, reminds, lapses, '2027-06-01T10:00:00Z', '2028-06-01T10:00:00Z']) await run(day);
    expect(await state(about.row)).toBe('admin');
    expect([await state(gone.row), await state(alsoGone.row)]).toEqual(['lapsed', 'lapsed']);
    expect(await check()).toMatchObject({ escalatedAt: new Date(lapses), endedAt: null });
    expect((await mails(platform.userId)).filter(kind => kind === 'check-unanswered')).toHaveLength(1);
    await db.user.update({ where: { id: platform.userId }, data: { platformAdminSince: null } });
  });

  it('does not begin on a Saturday or a bank holiday, but on the next working day', async () => {
    const { check, mails, admin } = await aPractice();
    await db.membership.updateMany({
      where: { userId: admin.userId },
      data: { stateSince: new Date('2025-12-25T08:00:00Z'), attestedAt: null },
    });
    await db.membership.updateMany({
      where: { userId: { not: admin.userId } },
      data: { attestedAt: new Date('2029-01-01') },
    });
    for (const day of ['25', '26', '27', '28']) await runMemberChecks(clockAt(`2026-12-${day}T09:00:00Z`));
    expect(await check()).toBeNull();
    await runMemberChecks(clockAt('2026-12-29T09:00:00Z'));
    expect(await mails(admin.userId)).toEqual(['member-check-due']);
  });

  it('where nobody could answer nobody lapses, and whoever becomes admin has all the time there is', async () => {
    const { admin, members, state, check } = await aPractice();
    await run(opens);
    await db.user.update({ where: { id: admin.userId }, data: { state: 'disabled' } });
    for (const day of [reminds, lapses]) await run(day);
    expect(await check()).toMatchObject({ endedAt: new Date(reminds), escalatedAt: null });
    expect(await state(members[0]?.row ?? '')).toBe('member');
    await db.user.update({ where: { id: admin.userId }, data: { state: 'active' } });
    await run('2027-03-01T10:00:00Z');
    expect(await check()).toMatchObject({
      openedAt: new Date('2027-03-01T10:00:00Z'),
      remindedAt: null,
      endedAt: null,
    });
    await run('2027-03-10T10:00:00Z');
    expect(await state(members[0]?.row ?? '')).toBe('member');
  });

  it('leaves alone an organisation that closed', async () => {
    const { code, members, state, check } = await aPractice();
    await run(opens);
    await db.organisation.update({ where: { code }, data: { status: 'closed' } });
    for (const day of [reminds, lapses]) await run(day);
    expect((await check())?.endedAt).toEqual(new Date(reminds));
    expect(await state(members[0]?.row ?? '')).toBe('member');
  });
});

describe('the platform team and the last admin', () => {
  async function unanswered() {
    const practice = await aPractice({ members: 1 });
    for (const day of [opens, reminds, lapses]) await runMemberChecks(clockAt(day));
    const id = (await practice.check())?.id ?? '';
    const platform = at(await aPerson({ platformAdmin: true, now: new Date(lapses) }), lapses);
    return { ...practice, id, platform };
  }

  it('R12 R16 confirms them on somebody’s word, which is kept, and the check ends', async () => {
    const { id, platform, admin, state, check } = await unanswered();
    expect((await listUnansweredChecks(platform))?.map(row => row.id)).toEqual([id]);
    expect(await settleCheck(platform, { id, stays: true, authoriser })).toMatchObject({ ok: true });
    expect(await state(admin.row)).toBe('admin');
    expect(await db.membershipEvent.findFirst({ where: { membershipId: admin.row } })).toMatchObject({
      operation: 'attest',
      actorAs: 'platform',
      authoriser,
    });
    expect((await check())?.endedAt).toEqual(new Date(lapses));
    expect(await listUnansweredChecks(platform)).toEqual([]);
    expect(await settleCheck(platform, { id, stays: true, authoriser })).toMatchObject({ refusal: 'no-check' });
  });

  it('R12 ends their link knowingly, tells them, and the organisation waits for the platform team', async () => {
    const { id, platform, admin, state, mails } = await unanswered();
    expect((await settleCheck(platform, { id, stays: false, authoriser })).ok).toBe(true);
    expect(await state(admin.row)).toBe('lapsed');
    expect(await mails(admin.userId)).toContain('membership-lapsed');
  });

  it('R01 R02 nobody but the platform team settles it, and not once there is another admin', async () => {
    const { id, platform, admin, code, state } = await unanswered();
    const stranger = at(await aPerson({ now: new Date(lapses) }), lapses);
    for (const viewer of [stranger, { ...stranger, platformAdmin: true }]) {
      expect((await settleCheck(viewer, { id, stays: false, authoriser })).ok).toBe(false);
      expect(await listUnansweredChecks(viewer)).toBeNull();
    }
    const other = await aPerson({ now: new Date(lapses) });
    await joined(other, code, 'admin');
    expect(await settleCheck(platform, { id, stays: false, authoriser })).toMatchObject({ refusal: 'another-admin' });
    expect(await state(admin.row)).toBe('admin');
    // The other one checks the list, and the clock ends what is answered.
    expect((await checkMembers(at(other, lapses), { code, people: [{ id: admin.row, stays: true }] })).ok).toBe(true);
    expect(await listUnansweredChecks(platform)).toEqual([]);
  });
});
