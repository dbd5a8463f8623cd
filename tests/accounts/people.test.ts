import { beforeEach, describe, expect, test } from 'vitest';
import { disable, enable, endSessionsOf } from '@/lib/accounts/commands/manage-people';
import {
  cancelRemoval,
  planRemoval,
  removeDueFactors,
  removeFactors,
  stopRemoval,
} from '@/lib/accounts/commands/remove-factors';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { findOnlyAdminOf, findPersonPage, listPeople } from '@/lib/accounts/queries/people';
import { findMailedLink } from '@/lib/accounts/queries/registration';
import { DAY, MINUTE } from '@/lib/accounts/rules/limits';
import { peopleFilters } from '@/lib/accounts/schema/leaving';
import type { Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { anOrganisation, anonymous, aPerson, joined, later, stateOf, system, tuesday } from '../support/people';
import { withApp } from './factors';
import { letterTo } from './mailbox';
import { aMember, session } from './member';

await testDatabase();

type Signed = Person & { sessionToken: string };
let staff: Signed;
let asha: Signed;
const anyone = peopleFilters.parse({});

beforeEach(async () => {
  staff = await aPerson({ platformAdmin: true });
  asha = await aPerson({ name: 'Asha Patel' });
});

const withPasskey = ({ userId }: Person) =>
  db().passkey.create({
    data: {
      userId,
      name: 'Key',
      credentialId: userId,
      publicKey: new Uint8Array(1),
      transports: [],
      createdAt: tuesday,
    },
  });
const keysOf = ({ userId }: Person) => db().passkey.count({ where: { userId } });

describe('the people of the platform', () => {
  test('R03 are shown to platform administrators and to nobody else', async () => {
    expect(await listPeople(asha, anyone)).toBeNull();
    expect(await findPersonPage(asha, staff.userId)).toBeNull();
    expect((await listPeople(staff, anyone))?.rows.length).toBeGreaterThan(1);
    expect(await findPersonPage(staff, asha.userId)).toMatchObject({ name: 'Asha Patel', state: 'active' });
    expect(await findPersonPage(staff, 'not-an-id')).toBeNull();
  });

  test('R12 before somebody is disabled: where nobody else could decide; who cannot act counts for nobody', async () => {
    const [alone, withTwo, member] = [await anOrganisation(), await anOrganisation(), await anOrganisation()];
    await joined(asha, alone.code, 'admin');
    await joined(asha, withTwo.code, 'admin');
    await joined(asha, member.code, 'member');
    const second = await aPerson();
    await joined(second, withTwo.code, 'admin');
    const codes = async (viewer: Person) => {
      const page = await findPersonPage(staff, asha.userId);
      return (page ? await findOnlyAdminOf(viewer, page) : []).map(({ code }) => code).sort();
    };
    expect(await codes(staff)).toEqual([alone.code]);
    expect(await codes(second), 'R03').toEqual([]);
    await db().user.update({ where: { id: second.userId }, data: { state: 'disabled' } });
    expect(await codes(staff)).toEqual([alone.code, withTwo.code].sort());
  });

  test('are found by a part of the name, of the address, and by number; signs of patterns are letters', async () => {
    const odd = await aPerson({ name: 'Zed 100_% Odd', email: `zed.odd${Date.now()}@elmgreen.nhs.uk` });
    const found = async (q: string) =>
      (await listPeople(staff, { ...anyone, q }))?.rows.map(({ id }) => id).filter(id => id === odd.userId);
    for (const q of ['100_%', 'zed.ODD', odd.userId, 'd 100']) expect(await found(q)).toEqual([odd.userId]);
    for (const q of ['100%', 'zed_odd', odd.userId.slice(0, 8)]) expect(await found(q)).toEqual([]);
  });

  test('are listed page by page without gaps or repeats', async () => {
    for (let n = 0; n < 30; n++) await aPerson({ name: `Crowd ${n}` });
    const ids: string[] = [];
    let after = '';
    do {
      const page = await listPeople(staff, { q: 'Crowd', state: 'active', after });
      ids.push(...(page?.rows.map(({ id }) => id) ?? []));
      after = page?.next ?? '';
    } while (after);
    expect(ids).toHaveLength(30);
    expect(new Set(ids).size).toBe(30);
    expect((await listPeople(staff, { ...anyone, q: 'Crowd', after: "'; drop" }))?.rows).toHaveLength(25);
  });

  test('show state, organisations and devices, and nothing that somebody saved', async () => {
    const { code } = await anOrganisation();
    await joined(asha, code, 'admin');
    const page = await findPersonPage(staff, asha.userId);
    expect(page).toMatchObject({ memberships: [{ code, role: 'admin' }], sessions: [{ device: 'Edge on Windows' }] });
    expect(JSON.stringify(page)).not.toMatch(/sessionToken|passwordHash|presets/);
  });
});

describe('R39 disabling an account', () => {
  test('R39 ends every session at once, is told with its reason, and can be taken back', async () => {
    expect((await disable(staff, { id: asha.userId, reason: 'at-risk' })).ok).toBe(true);
    expect(await findPerson(asha.sessionToken, null, asha)).toBeNull();
    expect((await letterTo(asha.email, 'account-disabled')).props.reason).toBe('Somebody else may have got into it');
    expect(await disable(staff, { id: asha.userId, reason: 'asked' })).toMatchObject({ refusal: 'disabled-already' });
    expect((await enable(staff, { id: asha.userId })).ok).toBe(true);
    expect(await stateOf(asha)).toBe('active');
    expect(await enable(staff, { id: asha.userId })).toMatchObject({ refusal: 'not-disabled' });
    await letterTo(asha.email, 'account-enabled');
    const rows = await db().audit.findMany({ where: { personId: asha.userId }, orderBy: { action: 'asc' } });
    expect(rows.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['account.disabled', staff.userId],
      ['account.enabled', staff.userId],
    ]);
  });

  test('R06 is refused to everybody else, to oneself, and for the last platform administrator', async () => {
    const wanted = { reason: 'misuse' as const };
    expect(await disable(asha, { ...wanted, id: staff.userId })).toMatchObject({ refusal: 'not-found' });
    expect(await disable(staff, { ...wanted, id: staff.userId })).toMatchObject({ refusal: 'yourself' });
    const former = { ...staff };
    await db().user.update({ where: { id: staff.userId }, data: { platformAdminSince: null } });
    expect(await disable(former, { ...wanted, id: asha.userId })).toMatchObject({ refusal: 'not-found' });
    expect(await stateOf(asha)).toBe('active');
  });

  test('two platform administrators who disable each other at the same moment: one of them stays, fifty times over', async () => {
    for (let round = 0; round < 50; round++) {
      await db().user.updateMany({ data: { platformAdminSince: null } });
      const [a, b] = [await aPerson({ platformAdmin: true }), await aPerson({ platformAdmin: true })];
      await Promise.all([
        disable(a, { id: b.userId, reason: 'misuse' }),
        disable(b, { id: a.userId, reason: 'misuse' }),
      ]);
      const left = await db().user.count({ where: { platformAdminSince: { not: null }, state: 'active' } });
      expect(left).toBe(1);
    }
  }, 120_000);

  test('R41 sessions of somebody can be ended without disabling them', async () => {
    expect(await endSessionsOf(asha, { id: staff.userId })).toMatchObject({ refusal: 'not-found' });
    expect(await endSessionsOf(staff, { id: asha.userId })).toMatchObject({ ok: true, value: 1 });
    expect(await findPerson(asha.sessionToken, null, asha)).toBeNull();
    expect(await stateOf(asha)).toBe('active');
  });
});

describe('R37 a lost second factor', () => {
  const evidence = 'Called back on the number of the practice';
  const plan = () => planRemoval(staff, { id: asha.userId, evidence });
  const due = () => system(later(asha, DAY).now);

  test('R37 is removed a day later, once, with evidence kept and the person told twice', async () => {
    await withPasskey(asha);
    expect((await plan()).ok).toBe(true);
    const row = await db().factorRemoval.findFirstOrThrow({ where: { userId: asha.userId } });
    expect(row).toMatchObject({ evidence, askedById: staff.userId });
    expect(await removeFactors(system(later(asha, DAY - 1).now), row.id)).toBe(false);
    expect(await keysOf(asha)).toBe(1);
    const runs = await Promise.all(Array.from({ length: 5 }, () => removeFactors(due(), row.id)));
    expect(runs.filter(Boolean)).toHaveLength(1);
    expect(await keysOf(asha)).toBe(0);
    expect(await findPerson(asha.sessionToken, null, asha)).toBeNull();
    await letterTo(asha.email, 'factor-removal');
    await letterTo(asha.email, 'factor-removed');
  });

  test('R37 R19 is kept when the person presses the button of the mail; reading it changes nothing', async () => {
    await withPasskey(asha);
    await plan();
    const { token = '' } = (await letterTo(asha.email, 'factor-removal')).props;
    for (let i = 0; i < 3; i++) await findMailedLink(anonymous(), { token, purpose: 'stop-factor-removal' });
    expect((await findPersonPage(staff, asha.userId))?.removal).not.toBeNull();
    expect((await stopRemoval(later(anonymous(), DAY - MINUTE), token)).ok).toBe(true);
    expect((await stopRemoval(later(anonymous(), DAY - MINUTE), token)).ok).toBe(true);
    expect(await removeDueFactors(due())).toBe(0);
    expect(await keysOf(asha)).toBe(1);
  });

  test('R37 is planned by platform administrators alone, once at a time, for somebody who has a factor; and cancelled', async () => {
    expect(await plan()).toMatchObject({ refusal: 'no-factor' });
    await withPasskey(asha);
    expect(await planRemoval(asha, { id: staff.userId, evidence })).toMatchObject({ refusal: 'not-found' });
    const plans = await Promise.all([plan(), plan(), plan()]);
    expect(plans.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await cancelRemoval(staff, { id: asha.userId })).ok).toBe(true);
    expect(await cancelRemoval(staff, { id: asha.userId })).toMatchObject({ refusal: 'no-removal' });
    expect(await removeDueFactors(due())).toBe(0);
    expect(await keysOf(asha)).toBe(1);
  });

  test('R37 the nightly run finds a removal whose job was lost, twice as well as once', async () => {
    await withPasskey(asha);
    await plan();
    expect(await removeDueFactors(due())).toBe(1);
    expect(await removeDueFactors(due())).toBe(0);
    expect(await keysOf(asha)).toBe(0);
  });
});

test('R42 nothing is done to anybody’s account without a fresh proof; to strangers it does not exist either way', async () => {
  await withPasskey(asha);
  const late = later(staff, 15 * MINUTE);
  const id = asha.userId;
  const acts = (viewer: Person) => [
    disable(viewer, { id, reason: 'asked' }),
    enable(viewer, { id }),
    endSessionsOf(viewer, { id }),
    planRemoval(viewer, { id, evidence: 'A call' }),
    cancelRemoval(viewer, { id }),
  ];
  for (const answer of await Promise.all(acts(late))) expect(answer).toMatchObject({ refusal: 'not-fresh' });
  const stranger = later(await aPerson(), 15 * MINUTE);
  for (const answer of await Promise.all(acts(stranger))) expect(answer).toMatchObject({ refusal: 'not-found' });
  expect(await stateOf(asha)).toBe('active');
  expect(await findPerson(asha.sessionToken, null, asha)).not.toBeNull();
  expect((await disable(later(staff, 14 * MINUTE), { id, reason: 'asked' })).ok).toBe(true);
});

test('R37 the removal takes the app, every passkey and the recovery codes, and nobody else’s', async () => {
  const [lost, other] = [await withApp(await aMember()), await withApp(await aMember())];
  for (const person of [lost, other]) await withPasskey(person);
  const factors = async ({ userId }: Person) => [
    await db().authenticator.count({ where: { userId } }),
    await db().passkey.count({ where: { userId } }),
    await db().recoveryCode.count({ where: { userId } }),
  ];
  expect(await factors(lost)).toEqual([1, 1, 10]);
  expect((await planRemoval(staff, { id: lost.userId, evidence: 'A call' })).ok).toBe(true);
  const row = await db().factorRemoval.findFirstOrThrow({ where: { userId: lost.userId } });
  expect(await removeFactors(system(later(lost, DAY).now), row.id)).toBe(true);
  expect(await factors(lost)).toEqual([0, 0, 0]);
  expect(await factors(other)).toEqual([1, 1, 10]);
  expect(await session(lost, {}, anonymous(later(lost, DAY).now))).toMatchObject({ kind: 'session' });
});
