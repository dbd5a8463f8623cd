import { beforeEach, describe, expect, it } from 'vitest';
import type { Machine, Person } from '@/lib/core/viewer';
import { demote } from '@/lib/memberships/commands/change-role';
import { checkMembers } from '@/lib/memberships/commands/check-members';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { runMemberChecks } from '@/lib/memberships/commands/run-member-checks';
import { settleCheck } from '@/lib/memberships/commands/settle-check';
import { undo } from '@/lib/memberships/commands/undo';
import { findCheckDay, findMemberCheck, listUnansweredChecks } from '@/lib/memberships/queries/member-checks';
import { checkDue, coveredBefore, dueBefore, lapseDue, secondMailDue } from '@/lib/memberships/rules/member-check';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, guarded, joined } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();
const clockAt = (text: string): Machine => ({ kind: 'clock', now: new Date(text), requestId: 'test' });
const at = <P extends Person>(person: P, text: string): P => ({
  ...person,
  now: new Date(text),
  provedAt: new Date(text),
});
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };

// Let in on a Tuesday; a year later is a Wednesday. Ten working days on, ten more, over Christmas and New Year.
const joinedOn = '2025-12-09T10:00:00Z';
const opens = '2026-12-09T10:00:00Z';
const reminds = '2026-12-23T10:00:00Z';
const lapses = '2027-01-11T10:00:00Z';

beforeEach(async () => {
  // Every check of this file's organisations is its test's own.
  await db.memberCheck.updateMany({ where: { endedAt: null }, data: { endedAt: new Date('2026-01-01') } });
  await db.membership.updateMany({ data: { attestedAt: new Date('2029-01-01') } });
});

async function aPractice({ admins = 1, members = 2 } = {}) {
  const { code } = await anOrganisation();
  const now = new Date(joinedOn);
  const someone = async (role: 'admin' | 'member') => {
    const person = await aPerson({ now });
    await guarded(person);
    return { ...person, row: (await joined(person, code, role)).id };
  };
  const crew = {
    admins: await Promise.all(Array.from({ length: admins }, () => someone('admin'))),
    members: await Promise.all(Array.from({ length: members }, () => someone('member'))),
  };
  const mails = async (userId: string) =>
    (await db.mail.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })).map(
      ({ eventKey }) => eventKey.split(':')[0],
    );
  const state = async (id: string) => {
    const { state, role } = await db.membership.findUniqueOrThrow({ where: { id } });
    return role ?? state;
  };
  const check = () => db.memberCheck.findFirst({ where: { orgCode: code }, orderBy: { openedAt: 'desc' } });
  const [admin] = crew.admins;
  if (!admin) throw new Error('an admin was made');
  return { code, admin, ...crew, mails, state, check };
}

/** However often and in however many processes: five at once, then twice more. */
async function run(text: string) {
  await Promise.all(Array.from({ length: 5 }, () => runMemberChecks(clockAt(text))));
  await runMemberChecks(clockAt(text));
  return runMemberChecks(clockAt(text));
}

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

describe('an admin’s answers', () => {
  it('R13 confirm and remove, in parts, each with who, when and in what capacity; the last one ends the check', async () => {
    const { code, admin, members, state, check } = await aPractice({ members: 3 });
    await runMemberChecks(clockAt(opens));
    const viewer = at(admin, '2026-12-10T10:00:00Z');
    const [one, two, three] = members.map(({ row }) => row);
    if (!one || !two || !three) throw new Error('three members were made');
    expect((await findMemberCheck(viewer, code))?.total).toBe(3);
    expect(await checkMembers(viewer, { code, people: [{ id: one, stays: true }] })).toMatchObject({
      ok: true,
      value: { confirmed: 1, removed: 0, ended: false },
    });
    expect((await findMemberCheck(viewer, code))?.people.map(({ id }) => id).sort()).toEqual([two, three].sort());
    const last = await checkMembers(viewer, {
      code,
      people: [
        { id: two, stays: true },
        { id: three, stays: false },
      ],
    });
    expect(last).toMatchObject({ ok: true, value: { confirmed: 1, removed: 1, ended: true } });
    expect([await state(one), await state(two), await state(three)]).toEqual(['member', 'member', 'removed']);
    expect(await db.membershipEvent.findFirst({ where: { membershipId: one } })).toMatchObject({
      operation: 'attest',
      actorId: admin.userId,
      actorAs: 'admin',
      at: viewer.now,
    });
    expect(await db.membershipEvent.count({ where: { membershipId: admin.row, operation: 'attest-self' } })).toBe(1);
    expect((await check())?.endedAt).toEqual(viewer.now);
    // Nobody lapses, and the next check is a year later.
    for (const day of [reminds, lapses, '2027-12-09T10:00:00Z']) await run(day);
    expect(await state(one)).toBe('member');
    await run('2027-12-10T10:00:00Z');
    expect((await check())?.openedAt).toEqual(new Date('2027-12-10T10:00:00Z'));
    if (last.ok) expect((await undo(viewer, { event: last.value.removal ?? '' })).ok).toBe(true);
    expect(await state(three)).toBe('member');
  });

  it('does not ask about people who joined lately', async () => {
    const { code, admin } = await aPractice({ members: 1 });
    const newcomer = await aPerson({ now: new Date('2026-11-20T10:00:00Z') });
    await joined(newcomer, code, 'member');
    await runMemberChecks(clockAt(opens));
    expect((await findMemberCheck(at(admin, opens), code))?.people.map(({ name }) => name)).not.toContain(
      newcomer.name,
    );
    for (const day of [reminds, lapses]) await run(day);
    expect((await db.membership.findFirstOrThrow({ where: { userId: newcomer.userId } })).state).toBe('active');
  });

  it('R01 R03 only an admin of this organisation answers, and only about its people; others change nothing', async () => {
    const here = await aPractice();
    const other = await aPractice();
    await runMemberChecks(clockAt(opens));
    const target = here.members[0]?.row ?? '';
    const people = [{ id: target, stays: false }];
    const [member] = here.members;
    const platform = await aPerson({ platformAdmin: true, now: new Date(opens) });
    for (const stranger of [other.admin, member, platform]) {
      if (!stranger) throw new Error('made');
      const viewer = at(stranger, opens);
      expect(await checkMembers(viewer, { code: here.code, people })).toMatchObject({ refusal: 'not-found' });
      expect(await findMemberCheck(viewer, here.code)).toBeNull();
      expect(await findCheckDay(viewer, here.code)).toBeNull();
    }
    // Another's person put into one's own form is passed over.
    const viewer = at(other.admin, opens);
    expect(await checkMembers(viewer, { code: other.code, people })).toMatchObject({ ok: true, value: { skipped: 1 } });
    expect(await here.state(target)).toBe('member');
    // Beside it the same succeeds.
    expect(await checkMembers(at(here.admin, opens), { code: here.code, people })).toMatchObject({
      ok: true,
      value: { removed: 1 },
    });
    expect(await here.state(target)).toBe('removed');
  });

  it('R01 an admin made a member while the page was open is refused, and nothing is saved', async () => {
    const { code, admins, members } = await aPractice({ admins: 2 });
    const [first, second] = admins;
    if (!first || !second) throw new Error('made');
    await runMemberChecks(clockAt(opens));
    expect((await findMemberCheck(at(second, opens), code))?.total).toBe(3);
    expect((await demote(at(first, opens), { id: second.row })).ok).toBe(true);
    const people = members.map(({ row }) => ({ id: row, stays: true }));
    expect(await checkMembers(at(second, opens), { code, people })).toMatchObject({ refusal: 'not-found' });
    expect(await db.membership.count({ where: { orgCode: code, attestedAt: new Date(opens) } })).toBe(0);
    expect((await checkMembers(at(first, opens), { code, people })).ok).toBe(true);
  });

  it('R33 needs the second factor; without an answer or without a check nothing happens', async () => {
    const { code, admin, members } = await aPractice();
    const people = [{ id: members[0]?.row ?? '', stays: true }];
    expect(await checkMembers(at(admin, opens), { code, people })).toMatchObject({ refusal: 'no-check' });
    await runMemberChecks(clockAt(opens));
    expect(await checkMembers(at(admin, opens), { code, people: [] })).toMatchObject({ refusal: 'nothing-answered' });
    await db.passkey.deleteMany({ where: { userId: admin.userId } });
    const afterGrace = at(admin, '2027-03-01T10:00:00Z');
    expect(await checkMembers(afterGrace, { code, people })).toMatchObject({ refusal: 'factor-needed' });
    await guarded(admin);
    expect((await checkMembers(afterGrace, { code, people })).ok).toBe(true);
  });

  it('an answer and the clock at one moment: confirmed or lapsed, never both, one event', async () => {
    for (let round = 0; round < 8; round++) {
      const { code, admin, members, state } = await aPractice({ members: 1 });
      const id = members[0]?.row ?? '';
      await runMemberChecks(clockAt(opens));
      await runMemberChecks(clockAt(reminds));
      const [answered] = await Promise.all([
        checkMembers(at(admin, lapses), { code, people: [{ id, stays: true }] }),
        runMemberChecks(clockAt(lapses)),
        runMemberChecks(clockAt(lapses)),
      ]);
      const events = await db.membershipEvent.findMany({ where: { membershipId: id } });
      expect(events).toHaveLength(1);
      const confirmed = answered.ok && answered.value.confirmed === 1;
      expect([await state(id), events[0]?.operation]).toEqual(confirmed ? ['member', 'attest'] : ['lapsed', 'lapse']);
    }
  });

  it('costs the same few statements however many people there are', async () => {
    const few = await aPractice({ members: 1 });
    const many = await aPractice({ members: 12 });
    await runMemberChecks(clockAt(opens));
    for (const { admin, code } of [few, many]) {
      expect(await countStatements(() => findMemberCheck(at(admin, opens), code))).toBe(3);
    }
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
