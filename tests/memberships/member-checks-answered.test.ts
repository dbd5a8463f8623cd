import { beforeEach, describe, expect, it } from 'vitest';
import { demote } from '@/lib/memberships/commands/change-role';
import { checkMembers } from '@/lib/memberships/commands/check-members';
import { runMemberChecks } from '@/lib/memberships/commands/run-member-checks';
import { undo } from '@/lib/memberships/commands/undo';
import { findCheckDay, findMemberCheck } from '@/lib/memberships/queries/member-checks';
import { testDatabase } from '../support/database';
import { aPerson, guarded, joined } from '../support/people';
import { countStatements } from '../support/statements';
import { aPractice, at, clockAt, lapses, nothingDue, opens, reminds, run } from './member-check';

const { db } = await testDatabase();

beforeEach(nothingDue);

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
