import { describe, expect, test } from 'vitest';
import { confirmAuthenticator, removeAuthenticator, startAuthenticator } from '@/lib/accounts/commands/authenticator';
import { keepHouse } from '@/lib/accounts/commands/keep-house';
import { makeRecoveryCodes, takeNewRecoveryCodes } from '@/lib/accounts/commands/recovery-codes';
import { askReset, resetPassword } from '@/lib/accounts/commands/reset-password';
import { finishSignIn, type Proof } from '@/lib/accounts/commands/second-step';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { findEnrolment, findFactors } from '@/lib/accounts/queries/factors';
import { findPerson } from '@/lib/accounts/queries/find-person';
import { findSecondStep } from '@/lib/accounts/queries/second-step';
import { authenticatorAddress, FACTOR_TIME, newSecret, recoveryCode, stepOfCode } from '@/lib/accounts/rules/factors';
import { HOUR, MINUTE } from '@/lib/accounts/rules/limits';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { anonymous, later, system, tuesday } from '../support/people';
import { codeAt, enter, pendingOf, withApp } from './factors';
import { letters, letterTo } from './mailbox';
import { aMember, type Member } from './member';

await testDatabase();

const finish = (member: Member, pending: string, proof: Proof, now = member.now) =>
  finishSignIn(anonymous(now), { pending, proof, client: member.client });
const byCode = (code: string): Proof => ({ kind: 'code', code });
const byRecovery = (code: string): Proof => ({ kind: 'recovery-code', code });
const seconds = (count: number) => new Date(tuesday.getTime() + count * 1000);

describe('the code of an app', () => {
  const secret = newSecret();

  test('R34 is right in its step and the neighbouring ones by the server’s clock, and in no other', () => {
    const code = codeAt(secret, tuesday);
    for (const at of [-30, 0, 29, 30, 59]) expect(stepOfCode(secret, code, seconds(at))).not.toBeNull();
    for (const at of [-31, -60, 60, 90, 3600]) expect(stepOfCode(secret, code, seconds(at))).toBeNull();
    for (const wrong of ['', '12345', '1234567', 'abcdef']) expect(stepOfCode(secret, wrong, tuesday)).toBeNull();
  });

  test('agrees with the test values of RFC 6238', () => {
    const known = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(codeAt(known, new Date(59_000))).toBe('287082');
    expect(codeAt(known, new Date(1_111_111_109_000))).toBe('081804');
    expect(codeAt(known, new Date(20_000_000_000_000))).toBe('353130');
  });

  test('its address names the site and the account, and escapes both', () => {
    const address = authenticatorAddress(secret, { issuer: 'Hare & Sign', email: 'a+b@example.nhs.uk' });
    expect(address).toMatch(/^otpauth:\/\/totp\/Hare%20%26%20Sign:a%2Bb%40example\.nhs\.uk\?/);
    expect(new URL(address).searchParams.get('secret')).toBe(secret);
  });

  test('recovery codes hold no sign that is taken for another', () => {
    expect(recoveryCode(below => below - 1)).toBe('zzzzz-zzzzz');
    expect(Array.from({ length: 31 }, (_, i) => recoveryCode(() => i)).join('')).not.toMatch(/[ilo01]/);
  });
});

describe('setting an app up', () => {
  test('R34 it guards nothing until one of its codes was typed; its secret is not readable in the database', async () => {
    const member = await aMember();
    expect(await startAuthenticator(member)).toMatchObject({ ok: true });
    const enrolment = await findEnrolment(member);
    const secret = enrolment?.secret ?? '';
    expect((await enter(member)).ok && (await findFactors(member)).authenticator).toBeNull();
    const row = await db().authenticator.findUniqueOrThrow({ where: { userId: member.userId } });
    expect(Buffer.from(row.sealed).toString('latin1')).not.toContain(secret);
    expect(await confirmAuthenticator(member, codeAt(secret, tuesday, 5))).toMatchObject({ refusal: 'wrong-code' });
    expect(await confirmAuthenticator(member, codeAt(secret, tuesday))).toEqual({
      ok: true,
      value: { newCodes: true },
    });
    expect(await findEnrolment(member)).toBeNull();
    expect((await findFactors(member)).authenticator).not.toBeNull();
    expect(await startAuthenticator(member)).toMatchObject({ refusal: 'have-authenticator' });
    expect(await letterTo(member.email, 'factor-changed')).toMatchObject({ props: { what: 'authenticator-added' } });
  });

  test('R42 without a fresh proof nothing is begun, made or removed', async () => {
    const member = await withApp(await aMember());
    const stale = later(member, 16 * MINUTE);
    for (const act of [startAuthenticator, removeAuthenticator, makeRecoveryCodes]) {
      expect(await act(stale)).toMatchObject({ refusal: 'not-fresh' });
    }
    expect(await confirmAuthenticator(stale, '123456')).toMatchObject({ refusal: 'not-fresh' });
    expect((await findFactors(member)).authenticator).not.toBeNull();
    expect(await removeAuthenticator(later(member, 14 * MINUTE))).toMatchObject({ ok: true });
  });

  test('R37 recovery codes are shown once, to the session that made them, and only their digests are kept', async () => {
    const member = await withApp(await aMember());
    expect(member.codes).toHaveLength(10);
    expect(new Set(member.codes).size).toBe(10);
    expect(await takeNewRecoveryCodes(member)).toBeNull();
    await makeRecoveryCodes(member);
    expect(await takeNewRecoveryCodes({ ...member, sessionId: (await aMember()).sessionId })).toBeNull();
    const fresh = await takeNewRecoveryCodes(member);
    expect(fresh).toHaveLength(10);
    const kept = JSON.stringify([await db().recoveryCode.findMany(), await db().challenge.findMany()]);
    for (const code of [...member.codes, ...(fresh ?? [])]) expect(kept).not.toContain(code.slice(0, 5));
  });

  test('removing the last factor removes its recovery codes too', async () => {
    const member = await withApp(await aMember());
    expect(await removeAuthenticator(member)).toMatchObject({ ok: true });
    expect(await findFactors(member)).toMatchObject({ authenticator: null, recoveryCodes: null });
    expect(await enter(member)).toMatchObject({ value: { kind: 'session' } });
  });
});

describe('signing in with a second step', () => {
  test('R35 after the password there is no session, and what the browser holds opens nothing', async () => {
    const member = await withApp(await aMember());
    const before = await db().session.count();
    const pending = await pendingOf(member);
    expect(await db().session.count()).toBe(before);
    expect(await findPerson(pending, null, { now: tuesday, requestId: 'test' })).toBeNull();
    expect(JSON.stringify(await db().challenge.findMany({ select: { digest: true } }))).not.toContain(pending);
    const finished = await finish(member, pending, byCode(codeAt(member.secret, tuesday)));
    if (!finished.ok) throw new Error(finished.refusal);
    expect(finished.value.returnTo).toBe('/tools/');
    const person = await findPerson(finished.value.sessionToken, null, { now: tuesday, requestId: 'test' });
    expect(person).toMatchObject({ userId: member.userId });
    expect(await finish(member, pending, byCode(codeAt(member.secret, tuesday, 1)))).toMatchObject({
      refusal: 'sign-in-over',
    });
  });

  test('R35 the second step ends after ten minutes, and with a new password', async () => {
    const member = await withApp(await aMember());
    const pending = await pendingOf(member);
    expect(await findSecondStep(anonymous(later(member, FACTOR_TIME - 1).now), pending)).toEqual({
      app: true,
      passkey: false,
    });
    expect(await findSecondStep(anonymous(later(member, FACTOR_TIME).now), pending)).toBeNull();
    const late = later(member, FACTOR_TIME).now;
    expect(await finish(member, pending, byCode(codeAt(member.secret, late)), late)).toMatchObject({
      refusal: 'sign-in-over',
    });
    await askReset(anonymous(), { email: member.email, client: member.client.address });
    const { token = '' } = (await letterTo(member.email, 'reset-password')).props;
    expect(await resetPassword(anonymous(), { token, password: 'lantern otter meadow' })).toMatchObject({ ok: true });
    expect(await finish(member, pending, byCode(codeAt(member.secret, tuesday)))).toMatchObject({
      refusal: 'sign-in-over',
    });
  });

  test('R32 R35 a new password by mail does not go round the factor', async () => {
    const member = await withApp(await aMember());
    await askReset(anonymous(), { email: member.email, client: member.client.address });
    const { token = '' } = (await letterTo(member.email, 'reset-password')).props;
    await resetPassword(anonymous(), { token, password: 'purple tractor biscuit two' });
    expect((await findFactors(member)).authenticator).not.toBeNull();
    const wanted = { email: member.email, password: 'purple tractor biscuit two', returnTo: null };
    const entered = await signIn(anonymous(), { ...wanted, client: member.client });
    expect(entered).toMatchObject({ ok: true, value: { kind: 'factor' } });
  });

  test('R34 of twenty uses of one code at once one gets in', async () => {
    const member = await withApp(await aMember());
    const pendings = await Promise.all(Array.from({ length: 4 }, () => pendingOf(member)));
    const code = codeAt(member.secret, tuesday);
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, i) => finish(member, pendings[i % 4] ?? '', byCode(code))),
    );
    expect(tries.filter(tried => tried.ok)).toHaveLength(1);
    const again = await finish(member, await pendingOf(member), byCode(code), later(member, HOUR / 60).now);
    expect(again.ok).toBe(false);
  });

  test('R34 a code that was used, and the one before it, are refused; the next one is taken', async () => {
    const member = await withApp(await aMember());
    expect((await finish(member, await pendingOf(member), byCode(codeAt(member.secret, tuesday)))).ok).toBe(true);
    const pending = await pendingOf(member);
    for (const steps of [0, -1]) {
      expect(await finish(member, pending, byCode(codeAt(member.secret, tuesday, steps)))).toMatchObject({
        refusal: 'code-spent',
      });
    }
    expect((await finish(member, pending, byCode(codeAt(member.secret, tuesday, 1)))).ok).toBe(true);
  });

  test('R34 wrong codes are counted for the person, however many sign-ins are begun, and the wait ends', async () => {
    const member = await withApp(await aMember());
    for (let i = 0; i < 5; i++) {
      expect(await finish(member, await pendingOf(member), byCode('000000'))).toMatchObject({ refusal: 'wrong-code' });
    }
    const pending = await pendingOf(member);
    const right = byCode(codeAt(member.secret, tuesday));
    expect(await finish(member, pending, right)).toMatchObject({ refusal: 'wait' });
    expect(await finish(member, pending, byRecovery(member.codes[0] ?? ''))).toMatchObject({ refusal: 'wait' });
    expect((await finish(member, pending, right, seconds(16))).ok).toBe(true);
    expect(await db().audit.count({ where: { action: 'factor.refused', personId: member.userId } })).toBe(5);
  });

  test('R37 a recovery code works once, however it is typed, and its owner is told', async () => {
    const member = await withApp(await aMember());
    const [code = ''] = member.codes;
    const typed = ` ${code.toUpperCase().replace('-', ' ')} `;
    expect((await finish(member, await pendingOf(member), byRecovery(typed))).ok).toBe(true);
    expect(await letterTo(member.email, 'recovery-code-used')).toMatchObject({ props: { left: 9 } });
    expect(await finish(member, await pendingOf(member), byRecovery(code))).toMatchObject({
      refusal: 'wrong-recovery-code',
    });
    expect((await findFactors(member)).recoveryCodes).toMatchObject({ left: 9 });
  });

  test('R37 of twenty uses of one recovery code at once one gets in', async () => {
    const member = await withApp(await aMember());
    const pendings = await Promise.all(Array.from({ length: 4 }, () => pendingOf(member)));
    const proof = byRecovery(member.codes[3] ?? '');
    const tries = await Promise.all(Array.from({ length: 20 }, (_, i) => finish(member, pendings[i % 4] ?? '', proof)));
    expect(tries.filter(tried => tried.ok)).toHaveLength(1);
    const told = (await letters()).filter(one => one.to === member.email && one.kind === 'recovery-code-used');
    expect(told).toHaveLength(1);
  });

  test('R37 new recovery codes end the old ones; those of somebody else open nothing', async () => {
    const [member, other] = [await withApp(await aMember()), await withApp(await aMember())];
    await makeRecoveryCodes(member);
    const [fresh = ''] = (await takeNewRecoveryCodes(member)) ?? [];
    const pending = await pendingOf(member);
    for (const code of [member.codes[0] ?? '', other.codes[0] ?? '']) {
      expect(await finish(member, pending, byRecovery(code))).toMatchObject({ refusal: 'wrong-recovery-code' });
    }
    expect((await finish(member, pending, byRecovery(fresh))).ok).toBe(true);
  });

  test('R39 a disabled account is not let in by its factor', async () => {
    const member = await withApp(await aMember());
    const pending = await pendingOf(member);
    await db().user.update({ where: { id: member.userId }, data: { state: 'disabled' } });
    const refused = await finish(member, pending, byCode(codeAt(member.secret, tuesday)));
    expect(refused).toMatchObject({ refusal: 'suspended' });
  });

  test('what was begun and never finished is removed', async () => {
    const member = await withApp(await aMember());
    await pendingOf(member);
    const count = () => db().challenge.count({ where: { userId: member.userId } });
    expect(await count()).toBe(1);
    await keepHouse({ ...system(later(member, HOUR).now), kind: 'clock' });
    expect(await count()).toBe(0);
  });
});
