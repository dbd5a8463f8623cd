import { describe, expect, it } from 'vitest';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { powersOf } from '@/lib/core/powers';
import { approve } from '@/lib/memberships/commands/approve';
import { demote, promote } from '@/lib/memberships/commands/change-role';
import { handOver } from '@/lib/memberships/commands/hand-over';
import { invite } from '@/lib/memberships/commands/invite';
import { findEarliestRest, findPowers } from '@/lib/memberships/queries/find-powers';
import { findQueueItem } from '@/lib/memberships/queries/find-queue-item';
import { listApprovals } from '@/lib/memberships/queries/list-approvals';
import { countQueue, listQueue } from '@/lib/memberships/queries/list-queue';
import { queueFilters } from '@/lib/memberships/schema/queue';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, guarded, joined, later, tuesday } from '../support/people';

await testDatabase();
await db().setting.update({ where: { key: 'admin-factor' }, data: { value: { from: tuesday.toISOString() } } });

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;
const days = (count: number) => new Date(tuesday.getTime() + count * DAY);

describe('R33 what an administrator may do', () => {
  const facts = { since: tuesday, enforcedFrom: null, hasFactor: false, graceDays: 14 };

  it('R33 the days of grace count from becoming one, or from when the installation began to ask', () => {
    expect(powersOf({ ...facts, now: days(13) })).toEqual({ kind: 'grace', until: days(14) });
    expect(powersOf({ ...facts, now: days(14) })).toEqual({ kind: 'resting', since: days(14) });
    expect(powersOf({ ...facts, enforcedFrom: days(10), now: days(23) })).toEqual({ kind: 'grace', until: days(24) });
    expect(powersOf({ ...facts, enforcedFrom: days(-10), now: days(14) }).kind).toBe('resting');
    expect(powersOf({ ...facts, graceDays: 0, now: tuesday }).kind).toBe('resting');
  });

  it('R33 with a factor nothing rests, and whoever is no administrator has nothing that could', () => {
    expect(powersOf({ ...facts, hasFactor: true, now: days(400) })).toEqual({ kind: 'full' });
    expect(powersOf({ ...facts, since: null, now: tuesday })).toEqual({ kind: 'none' });
  });
});

async function aRequest() {
  const { code } = await anOrganisation();
  const [admin, person] = [await aPerson(), await aPerson()];
  await joined(admin, code, 'admin');
  const { id } = await joined(person, code, 'member');
  const waiting = { state: 'pending', role: null, requestedAt: tuesday } as const;
  await db().membership.update({ where: { id }, data: waiting });
  return { code, admin, id };
}

describe('an organisation’s admin without a second factor', () => {
  it('R33 decides within the days of grace, and afterwards is refused until there is a factor', async () => {
    const { code, admin, id } = await aRequest();
    const after = later(admin, 14 * DAY);
    expect(await findPowers(later(admin, 13 * DAY), { code })).toEqual({ kind: 'grace', until: days(14) });
    expect(await listApprovals(later(admin, 13 * DAY), code)).not.toBeNull();
    expect(await listApprovals(after, code)).toBeNull();
    expect(await approve(after, { id, role: 'member' })).toMatchObject({ ok: false, refusal: 'factor-needed' });
    expect(await findEarliestRest(after)).toEqual({ kind: 'resting', since: days(14) });
    expect((await db().membership.findUniqueOrThrow({ where: { id } })).state).toBe('pending');
    await guarded(admin);
    expect(await findPowers(after, { code })).toEqual({ kind: 'full' });
    expect(await listApprovals(after, code)).not.toBeNull();
    expect(await approve(after, { id, role: 'member' })).toMatchObject({ ok: true });
    expect(await findEarliestRest(after)).toBeNull();
  });

  it('R33 an app counts only once a code of it was typed', async () => {
    const { code, admin } = await aRequest();
    const after = later(admin, 20 * DAY);
    await db().authenticator.create({
      data: { userId: admin.userId, sealed: new Uint8Array(), createdAt: tuesday },
    });
    expect((await findPowers(after, { code })).kind).toBe('resting');
    await db().authenticator.update({ where: { userId: admin.userId }, data: { confirmedAt: tuesday } });
    expect((await findPowers(after, { code })).kind).toBe('full');
  });

  it('R33 taking the role away and giving it back wins no new days', async () => {
    const { code, admin } = await aRequest();
    const colleague = await aPerson();
    const { id } = await joined(colleague, code, 'member');
    expect((await promote(admin, { id })).ok).toBe(true);
    expect((await demote(later(admin, 10 * MINUTE), { id })).ok).toBe(true);
    const again = { ...later(admin, 10 * DAY), provedAt: days(10) };
    expect((await promote(again, { id })).ok).toBe(true);
    expect(await findPowers(later(colleague, 10 * DAY), { code })).toEqual({ kind: 'grace', until: days(14) });
  });
});

describe('a platform administrator without a second factor', () => {
  it('R33 sees and decides nothing once the days of grace are over', async () => {
    const platform = await aPerson({ platformAdmin: true });
    const { id } = await aRequest();
    const all = queueFilters.parse({ waiting: 'all' });
    expect(await listQueue(platform, all)).not.toBeNull();
    expect(await findQueueItem(platform, id)).not.toBeNull();
    const after = later(platform, 14 * DAY);
    expect([await listQueue(after, all), await countQueue(after), await findQueueItem(after, id)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await approve(after, { id, role: 'member' })).toMatchObject({ refusal: 'factor-needed' });
    await guarded(platform);
    expect(await listQueue(after, all)).not.toBeNull();
    expect(await approve(after, { id, role: 'member' })).not.toMatchObject({ refusal: 'factor-needed' });
  });
});

it('R33 whoever asks for a platform administrator is told of no powers that rest', async () => {
  const platform = await aPerson({ platformAdmin: true });
  const seen = async (count: number) => {
    const moment = { now: days(count), requestId: 'test' };
    await db().session.update({
      where: { id: platform.sessionId },
      data: { lastSeenAt: days(count), expires: days(99) },
    });
    return (await findPerson(platform.sessionToken, null, moment))?.platformAdmin;
  };
  expect([await seen(13), await seen(14)]).toEqual([true, false]);
  await guarded(platform);
  expect(await seen(14)).toBe(true);
});

it('R42 a role is changed only within fifteen minutes of a fresh proof', async () => {
  const { code, admin } = await aRequest();
  const { id } = await joined(await aPerson(), code, 'member');
  expect(await promote(later(admin, 15 * MINUTE), { id })).toMatchObject({ ok: false, refusal: 'not-fresh' });
  expect((await db().membership.findUniqueOrThrow({ where: { id } })).role).toBe('member');
  expect(await promote(later(admin, 14 * MINUTE), { id })).toMatchObject({ ok: true });
});

it('R42 somebody is let in as an admin only within fifteen minutes of a fresh proof; as a member at any time', async () => {
  const { admin, id } = await aRequest();
  const late = later(admin, 15 * MINUTE);
  expect(await approve(late, { id, role: 'admin' })).toMatchObject({ ok: false, refusal: 'not-fresh' });
  expect((await db().membership.findUniqueOrThrow({ where: { id } })).state).toBe('pending');
  expect(await approve(late, { id, role: 'member' })).toMatchObject({ ok: true });
  const other = await aRequest();
  expect(await approve(later(other.admin, 14 * MINUTE), { id: other.id, role: 'admin' })).toMatchObject({ ok: true });
});

it('R42 handing over needs a fresh proof too', async () => {
  const { code, admin } = await aRequest();
  const own = await db().membership.findFirstOrThrow({ where: { userId: admin.userId, orgCode: code } });
  const { id: successor } = await joined(await aPerson(), code, 'member');
  const wanted = { id: own.id, successor, afterwards: 'leave' } as const;
  expect(await handOver(later(admin, 15 * MINUTE), wanted)).toMatchObject({ ok: false, refusal: 'not-fresh' });
  expect(await handOver(later(admin, 14 * MINUTE), wanted)).toMatchObject({ ok: true });
});

it('R42 somebody is invited as an admin only within fifteen minutes of a fresh proof; as a member at any time', async () => {
  const { code, admin } = await aRequest();
  const late = later(admin, 15 * MINUTE);
  const addresses = [`invited-${code.toLowerCase()}@elmgreen.nhs.uk`];
  expect(await invite(late, { code, role: 'admin', addresses })).toMatchObject({ ok: false, refusal: 'not-fresh' });
  expect(await db().invitation.count({ where: { orgCode: code } })).toBe(0);
  expect(await invite(late, { code, role: 'member', addresses })).toMatchObject({ ok: true });
});
