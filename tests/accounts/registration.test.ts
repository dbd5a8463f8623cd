import { describe, expect, test } from 'vitest';
import { confirmByCode, confirmByLink } from '@/lib/accounts/commands/confirm-address';
import { keepHouse } from '@/lib/accounts/commands/keep-house';
import { register } from '@/lib/accounts/commands/register';
import { correctAddress, deleteRegistration, resend } from '@/lib/accounts/commands/registrations';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { findRegistration } from '@/lib/accounts/queries/registration';
import { DAY, MINUTE } from '@/lib/accounts/rules/limits';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { aPerson, later, system } from '../support/people';
import { begin, client, fresh, nobody, owner, password, sessions } from '../support/registering';
import { letters, letterTo } from './mailbox';

await testDatabase();

async function guesses(registration: string, code: string) {
  const answers = [];
  for (let i = 0; i < 6; i++) {
    const answer = await confirmByCode(nobody, { code, registration });
    answers.push(answer.ok ? 'ok' : answer.refusal);
  }
  return answers;
}

describe('creating an account', () => {
  test('R18 a known and an unknown address get the same answer, the same rows, and one mail each', async () => {
    const known = await aPerson({ email: fresh() });
    const unknown = fresh();
    const [a, b] = [await begin(known.email), await begin(unknown)];
    expect(a).toHaveLength(b.length);
    const views = await Promise.all([a, b].map(token => findRegistration(nobody, token)));
    expect({ ...views[0], address: '' }).toEqual({ ...views[1], address: '' });
    expect((await letters()).filter(letter => letter.to === known.email).map(({ kind }) => kind)).toEqual([
      'already-registered',
    ]);
    expect((await letters()).filter(letter => letter.to === unknown).map(({ kind }) => kind)).toEqual([
      'confirm-address',
    ]);
    expect((await letterTo(known.email, 'already-registered')).props).toEqual({ name: known.name });
  });

  test('R18 resending and correcting are limited alike for known and unknown addresses', async () => {
    const known = await aPerson({ email: fresh() });
    const unknown = fresh();
    for (const email of [known.email, unknown]) {
      const registration = await begin(email);
      const early = await resend(nobody, { registration, client });
      expect(early).toEqual({ ok: false, refusal: 'not-yet', facts: { until: later(nobody, MINUTE).now } });
      for (const minutes of [1, 3, 8, 23]) {
        expect((await resend(later(nobody, minutes * MINUTE), { registration, client })).ok).toBe(true);
      }
      const sixth = await resend(later(nobody, 120 * MINUTE), { registration, client });
      expect(sixth).toEqual({ ok: false, refusal: 'not-yet', facts: { until: later(nobody, DAY).now } });
      expect((await letters()).filter(letter => letter.to === email)).toHaveLength(5);
    }
  });

  test('R18 a wrong code is answered alike for known and unknown addresses, five times, then differently alike', async () => {
    const known = await aPerson({ email: fresh() });
    const unknown = fresh();
    const wrongSixTimes = [...Array(4).fill('wrong-code'), 'code-used-up', 'code-used-up'];
    expect(await guesses(await begin(known.email), '000000')).toEqual(wrongSixTimes);
    const registration = await begin(unknown);
    const { code = '' } = (await letterTo(unknown, 'confirm-address')).props;
    expect(await guesses(registration, code === '000000' ? '111111' : '000000')).toEqual(wrongSixTimes);
    expect((await confirmByCode(nobody, { code, registration })).ok).toBe(false);
  });

  test('R11 fifty registrations of one address at once make one account and one mail', async () => {
    const email = fresh();
    const tokens = await Promise.all(Array.from({ length: 50 }, (_, i) => begin(email, { client: `198.51.100.${i}` })));
    expect(new Set(tokens).size).toBe(50);
    expect(await db().user.count({ where: { tokens: { some: { address: email } } } })).toBe(1);
    expect((await letters()).filter(letter => letter.to === email)).toHaveLength(1);
    expect(
      await db().audit.count({ where: { action: 'account.registered', personId: (await owner(email))?.id } }),
    ).toBe(1);
    const code = (await letterTo(email, 'confirm-address')).props.code ?? '';
    expect((await confirmByCode(nobody, { code, registration: tokens[49] ?? '' })).ok).toBe(true);
  });

  test('R30 a refused password makes no account, and a good one does', async () => {
    const email = fresh();
    const refused = await register(nobody, {
      name: 'Asha Patel',
      email,
      password: 'passwordpassword',
      returnTo: null,
      client,
    });
    expect(refused).toMatchObject({ ok: false, refusal: 'password-common' });
    expect(await owner(email)).toBeNull();
    await begin(email);
    expect(await owner(email)).not.toBeNull();
  });

  test('R36 one client may begin 120 accounts in an hour; it is told when it may go on', async () => {
    const busy = '192.0.2.200';
    const wanted = { name: 'Asha Patel', password: 'passwordpassword', returnTo: null, client: busy };
    for (let i = 0; i < 120; i++) await register(nobody, { ...wanted, email: fresh() });
    const refused = await register(nobody, { ...wanted, email: fresh() });
    expect(refused).toMatchObject({ ok: false, refusal: 'slow-down' });
    const elsewhere = await register(nobody, { ...wanted, email: fresh(), client: '192.0.2.201' });
    expect(elsewhere).toMatchObject({ refusal: 'password-common' });
  });
});

describe('R21 what an unconfirmed person can do', () => {
  test('R21 correct the address: the first link stops working, the new one confirms the new address', async () => {
    const [wrong, right] = [fresh(), fresh()];
    const registration = await begin(wrong, { returnTo: '/tools/practice-overview/' });
    const old = (await letterTo(wrong, 'confirm-address')).props.token ?? '';
    expect((await correctAddress(nobody, { registration, email: right, client })).ok).toBe(true);
    expect((await confirmByLink(nobody, { token: old, registration })).ok).toBe(false);
    expect(await findRegistration(nobody, registration)).toMatchObject({
      address: right,
      returnTo: '/tools/practice-overview/',
    });
    const { token = '' } = (await letterTo(right, 'confirm-address')).props;
    expect((await confirmByLink(nobody, { token, registration })).ok).toBe(true);
    expect((await owner(right))?.emailVerified).not.toBeNull();
    expect(await owner(wrong)).toBeNull();
  });

  test('R21 correcting from somebody else’s address to one’s own makes one’s own account', async () => {
    const colleague = await aPerson({ email: fresh() });
    const mine = fresh();
    const registration = await begin(colleague.email);
    await correctAddress(nobody, { registration, email: mine, client });
    const { code = '' } = (await letterTo(mine, 'confirm-address')).props;
    expect((await confirmByCode(nobody, { code, registration })).ok).toBe(true);
    expect((await owner(mine))?.id).not.toBe(colleague.userId);
    expect((await owner(colleague.email))?.id).toBe(colleague.userId);
  });

  test('R21 withdraw: the account is gone, and a confirmed one stays', async () => {
    const [gone, stays] = [fresh(), fresh()];
    expect((await deleteRegistration(nobody, await begin(gone))).ok).toBe(true);
    expect(await owner(gone)).toBeNull();
    const registration = await begin(stays);
    const { code = '' } = (await letterTo(stays, 'confirm-address')).props;
    await confirmByCode(nobody, { code, registration });
    expect(await deleteRegistration(nobody, registration)).toMatchObject({ ok: false, refusal: 'confirmed-already' });
    expect(await correctAddress(nobody, { registration, email: fresh(), client })).toMatchObject({
      refusal: 'confirmed-already',
    });
    expect(await owner(stays)).not.toBeNull();
  });

  test('R21 signing in with the right password leads to the confirmation, and no session exists', async () => {
    const email = fresh();
    await begin(email);
    const before = await sessions();
    const entered = await signIn(nobody, {
      email,
      password,
      returnTo: null,
      client: { address: client, userAgent: '' },
    });
    expect(entered).toMatchObject({ ok: true, value: { kind: 'unconfirmed' } });
    expect(await sessions()).toBe(before);
    if (!entered.ok || entered.value.kind !== 'unconfirmed') return;
    expect(await findRegistration(nobody, entered.value.registration)).toMatchObject({ address: email });
  });

  test('without the browser’s token nothing of it works', async () => {
    for (const registration of [null, '', 'guess']) {
      expect(await resend(nobody, { registration, client })).toMatchObject({ refusal: 'no-registration' });
      expect(await deleteRegistration(nobody, registration)).toMatchObject({ refusal: 'no-registration' });
      expect(await confirmByCode(nobody, { code: '123456', registration })).toMatchObject({
        refusal: 'no-registration',
      });
      expect(await findRegistration(nobody, registration)).toBeNull();
    }
  });
});

test('keeping house removes what nobody confirmed after 30 days, twice as well as once, and nothing else', async () => {
  const [old, young] = [fresh(), fresh()];
  await begin(old);
  const member = await aPerson({ now: nobody.now });
  const night = later(nobody, 30 * DAY + 1);
  await begin(young, {}, later(nobody, DAY));
  const clock = { ...system(), now: night.now };
  await keepHouse(clock);
  expect((await keepHouse(clock)).accounts).toBe(0);
  expect(await owner(old)).toBeNull();
  expect(await owner(young)).not.toBeNull();
  expect(await owner(member.email)).not.toBeNull();
  expect(await db().session.count({ where: { userId: member.userId } })).toBe(0);
});
