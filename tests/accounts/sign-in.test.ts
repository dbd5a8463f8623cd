import { hash } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { openSessionAtOnce, placeOf } from '@/lib/accounts/commands/open-session';
import { resetPassword } from '@/lib/accounts/commands/reset-password';
import { signOut } from '@/lib/accounts/commands/sign-out';
import { findSigningIn } from '@/lib/accounts/queries/signing-in';
import { DAY, HOUR, MINUTE } from '@/lib/accounts/rules/limits';
import { clientAddress } from '@/lib/core/client-address.mjs';
import { db } from '@/lib/platform/db';
import { fits, hashPassword, TooBusy } from '@/lib/platform/passwords';
import { digest } from '@/lib/platform/seal';
import { sessionStore } from '@/lib/platform/session-store';
import { testDatabase } from '../support/database';
import { anonymous, tuesday } from '../support/people';
import { countStatements } from '../support/statements';
import { letters } from './mailbox';
import { aMember, enter, password, passwordHash, session, who } from './member';

await testDatabase();

describe('signing in', () => {
  test('R38 every sign-in begins a new session of 256 random bits, kept as a digest, with device and network', async () => {
    const member = await aMember();
    const [one, two] = [await session(member), await session(member)];
    expect(one.sessionToken).not.toBe(two.sessionToken);
    expect(Buffer.from(one.sessionToken, 'base64url')).toHaveLength(32);
    const row = await db().session.findUniqueOrThrow({ where: { sessionToken: digest(one.sessionToken) } });
    expect(row).toMatchObject({ device: 'Edge on Windows', remembered: false });
    expect(row.network).toMatch(/^203\.0\.113\.0$/);
    expect(JSON.stringify(await db().session.findMany())).not.toContain(one.sessionToken);
    expect(await who(one.sessionToken, tuesday)).toMatchObject({ userId: member.userId, provedAt: tuesday });
  });

  test('a sign-in on a known device is four statements beside its hash, and nothing in between goes unnoticed', async () => {
    const member = await aMember();
    // The first of an account, then one on a known device: begun by the same statement.
    await session(member);
    expect(await countStatements(() => session(member))).toBe(4);
    const begun = { action: 'session.begun', personId: member.userId };
    expect(await db().audit.count({ where: begun })).toBe(2);
    expect(await db().knownDevice.count({ where: { userId: member.userId } })).toBe(1);
    const read = await findSigningIn(member.email, placeOf(member.client));
    if (!read?.passwordHash) throw new Error('no account');
    const { id: userId, lastSignInAt } = read;
    const plain = { userId, passwordHash, lastSignInAt, remembered: false, client: member.client };
    const atOnce = () => openSessionAtOnce(anonymous(), plain);
    for (const data of [
      { passwordHash: await hashPassword('another otter lantern') },
      { state: 'disabled' as const },
      { emailVerified: null },
      { lastSignInAt: new Date(tuesday.getTime() + 1) },
    ]) {
      const { id, passwordHash, state, emailVerified, lastSignInAt } = await db().user.findUniqueOrThrow({
        where: { id: userId },
      });
      await db().user.update({ where: { id }, data });
      expect(await atOnce(), Object.keys(data).join()).toBeNull();
      await db().user.update({ where: { id }, data: { passwordHash, state, emailVerified, lastSignInAt } });
    }
    const app = { userId, sealed: new Uint8Array(1), createdAt: tuesday, confirmedAt: tuesday };
    await db().authenticator.create({ data: app });
    expect(await atOnce()).toBeNull();
    await db().authenticator.delete({ where: { userId } });
    expect(await db().audit.count({ where: begun })).toBe(2);
    const opened = await atOnce();
    expect(await who(opened?.sessionToken ?? '', tuesday)).toMatchObject({ userId });
    // NextAuth finds the row as if its adapter had written it.
    expect(await sessionStore().getSessionAndUser(opened?.sessionToken ?? '')).toMatchObject({ user: { id: userId } });
  });

  test('R38 signing in over somebody else’s session ends that one in the same change', async () => {
    const [before, after] = [await aMember(), await aMember()];
    const old = await session(before);
    const viewer = await who(old.sessionToken, tuesday);
    if (!viewer) throw new Error('not signed in');
    const fresh = await session(after, {}, viewer);
    expect(await who(old.sessionToken, tuesday)).toBeNull();
    expect(await who(fresh.sessionToken, tuesday)).toMatchObject({ userId: after.userId });
  });

  test('R35 a wrong password, a wrong address and a disabled account make no session', async () => {
    const [member, disabled] = [await aMember(), await aMember()];
    await db().user.update({ where: { id: disabled.userId }, data: { state: 'disabled' } });
    const before = await db().session.count();
    expect(await enter(member, { password: 'purple tractor wrong' })).toEqual({
      ok: false,
      refusal: 'wrong',
      facts: {},
    });
    expect(await enter({ ...member, email: 'nobody@elmgreen.nhs.uk' })).toEqual({
      ok: false,
      refusal: 'wrong',
      facts: {},
    });
    expect(await enter(disabled, { password: 'purple tractor wrong' })).toMatchObject({ refusal: 'wrong' });
    expect(await enter(disabled)).toMatchObject({ refusal: 'suspended' });
    expect(await db().session.count()).toBe(before);
    expect((await enter(member)).ok).toBe(true);
  });

  test('R29 the password counts exactly as typed, with one normalisation', async () => {
    const member = await aMember();
    const typed = '  Ångström läuft täglich  ';
    await db().user.update({ where: { id: member.userId }, data: { passwordHash: await hashPassword(typed) } });
    expect((await enter(member, { password: typed.trim() })).ok).toBe(false);
    expect((await enter(member, { password: typed.toLowerCase() })).ok).toBe(false);
    expect((await enter(member, { password: typed.normalize('NFD') })).ok).toBe(true);
  });

  test('R29 a long password is not cut', async () => {
    const long = `${'kettle lamp river '.repeat(10)}a`;
    const stored = await hashPassword(long);
    expect(await fits(stored, long)).toBe(true);
    expect(await fits(stored, `${long.slice(0, -1)}b`)).toBe(false);
  });

  test('R31 a hash of an older cost is made anew at the next sign-in', async () => {
    const member = await aMember();
    const old = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await db().user.update({ where: { id: member.userId }, data: { passwordHash: old } });
    await session(member);
    const { passwordHash: stored } = await db().user.findUniqueOrThrow({ where: { id: member.userId } });
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await enter(member)).ok).toBe(true);
  });

  test('R31 more passwords at once than can wait are refused, not queued without end', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 300 }, () => fits(passwordHash, password)));
    const refused = tries.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(100);
    for (const one of refused) expect(one).toMatchObject({ reason: expect.any(TooBusy) });
    expect(tries.some(one => one.status === 'fulfilled' && one.value)).toBe(true);
    expect(await fits(passwordHash, password)).toBe(true);
  });
});

describe('the end of a session', () => {
  test('R40 twelve hours idle end a session, also one that is used now and then', async () => {
    const { sessionToken } = await session(await aMember());
    const at = (milliseconds: number) => new Date(tuesday.getTime() + milliseconds);
    expect(await who(sessionToken, at(12 * HOUR - 1000))).not.toBeNull();
    expect(await who(sessionToken, at(23 * HOUR))).not.toBeNull();
    expect(await who(sessionToken, at(24 * HOUR))).toBeNull();
    const { sessionToken: idle } = await session(await aMember());
    expect(await who(idle, at(12 * HOUR))).toBeNull();
  });

  test('R40 a kept session ends after 30 days, however much it is used', async () => {
    const member = await aMember();
    const { sessionToken, until } = await session(member, { remember: 'on' });
    expect(until).toEqual(new Date(tuesday.getTime() + 30 * DAY));
    for (const day of [10, 20, 29])
      expect(await who(sessionToken, new Date(tuesday.getTime() + day * DAY))).not.toBeNull();
    expect(await who(sessionToken, new Date(tuesday.getTime() + 30 * DAY))).toBeNull();
    expect((await session(member)).until).toBeNull();
  });

  test('R39 sign-out and disabling end the session on the server', async () => {
    const [leaver, disabled] = [await aMember(), await aMember()];
    const [one, two] = [await session(leaver), await session(disabled)];
    const viewer = await who(one.sessionToken, tuesday);
    if (!viewer) throw new Error('not signed in');
    await signOut(viewer);
    expect(await who(one.sessionToken, tuesday)).toBeNull();
    expect(await who(two.sessionToken, tuesday)).not.toBeNull();
    await db().user.update({ where: { id: disabled.userId }, data: { state: 'disabled' } });
    expect(await who(two.sessionToken, tuesday)).toBeNull();
  });
});

describe('R36 guessing is slowed', () => {
  const wrong = { password: 'purple tractor wrong' };

  test('R36 the fifth failure costs a wait that is told; after it the right password works and clears the count', async () => {
    const member = await aMember();
    for (let i = 0; i < 5; i++) expect(await enter(member, wrong)).toMatchObject({ refusal: 'wrong' });
    const until = new Date(tuesday.getTime() + 15_000);
    expect(await enter(member)).toEqual({ ok: false, refusal: 'wait', facts: { until } });
    expect((await enter(member, {}, anonymous(until))).ok).toBe(true);
    for (let i = 0; i < 4; i++) await enter(member, wrong, anonymous(until));
    expect((await enter(member, {}, anonymous(until))).ok).toBe(true);
  });

  test('R36 an unknown address is slowed exactly as a known one', async () => {
    const stranger = { email: 'nobody-there@elmgreen.nhs.uk', client: { address: '198.51.100.77', userAgent: '' } };
    for (let i = 0; i < 5; i++) expect(await enter(stranger, wrong)).toMatchObject({ refusal: 'wrong' });
    expect(await enter(stranger, wrong)).toMatchObject({
      refusal: 'wait',
      facts: { until: new Date(tuesday.getTime() + 15_000) },
    });
  });

  test('R36 a hundred guesses at the same moment are five guesses', async () => {
    const member = await aMember();
    const tries = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        enter({ ...member, client: { address: `192.0.2.${i}`, userAgent: '' } }, wrong),
      ),
    );
    const refusals = tries.map(tried => (tried.ok ? 'ok' : tried.refusal));
    expect(refusals.filter(refusal => refusal === 'wrong')).toHaveLength(5);
    expect(refusals.filter(refusal => refusal === 'wait')).toHaveLength(95);
  });

  test('R36 the longest wait is fifteen minutes, its owner gets one mail with a way in, and that way works at once', async () => {
    const member = await aMember();
    let now = tuesday;
    for (let i = 0; i < 9; i++) {
      const tried = await enter(member, wrong, anonymous(now));
      expect(tried).toMatchObject({ refusal: 'wrong' });
      const next = await enter(member, wrong, anonymous(now));
      const until = next.ok ? null : next.facts.until;
      if (until instanceof Date) now = until;
    }
    expect(now.getTime() - tuesday.getTime()).toBeLessThan(60 * MINUTE);
    const told = (await letters()).filter(letter => letter.to === member.email);
    expect(told.map(({ kind }) => kind)).toEqual(['sign-in-slowed']);
    const { token = '' } = told[0]?.props ?? {};
    const owner = anonymous(new Date(now.getTime() - 10 * MINUTE));
    expect(await enter(member, {}, owner)).toMatchObject({ refusal: 'wait' });
    expect((await resetPassword(owner, { token, password: 'lantern otter meadow' })).ok).toBe(true);
    expect((await enter(member, { password: 'lantern otter meadow' }, owner)).ok).toBe(true);
  });

  test('R36 twenty wrong passwords at the same moment count as twenty did one by one: five are tried, the owner waits seconds', async () => {
    const member = await aMember();
    const tries = await Promise.all(Array.from({ length: 20 }, () => enter(member, wrong)));
    const refusals = tries.map(tried => (tried.ok ? 'ok' : tried.refusal));
    expect(refusals.filter(refusal => refusal === 'wrong')).toHaveLength(5);
    expect(refusals.filter(refusal => refusal === 'wait')).toHaveLength(15);
    expect(await db().session.count({ where: { userId: member.userId } })).toBe(1);
    expect(await enter(member)).toMatchObject({ refusal: 'wait' });
    expect((await enter(member, {}, anonymous(new Date(tuesday.getTime() + 15_000)))).ok).toBe(true);
  });

  test('R36 R58 forwarded addresses that change with every try are one client, with and without a proxy', async () => {
    for (const hops of [0, 1]) {
      const socket = hops === 0 ? '203.0.113.251' : '10.0.0.2';
      const from = (n: number) => clientAddress(socket, `198.18.${n % 250}.7${hops ? ', 203.0.113.252' : ''}`, hops);
      const results = [];
      for (let n = 0; n < 101; n++) {
        const client = { address: from(n), userAgent: '' };
        results.push(await enter({ email: `rotating-${hops}-${n}@elmgreen.nhs.uk`, client }, wrong));
      }
      expect(results.slice(0, 100).every(result => !result.ok && result.refusal === 'wrong')).toBe(true);
      expect(results[100]).toMatchObject({ refusal: 'wait' });
    }
  });

  test('R36 forty honest people behind one address, each with a slip or two, all get in', async () => {
    const surgery = { address: '198.51.100.40', userAgent: '' };
    const people = await Promise.all(Array.from({ length: 40 }, () => aMember()));
    for (const [n, person] of people.entries()) {
      for (let slip = 0; slip <= n % 2; slip++) {
        expect(await enter({ ...person, client: surgery }, wrong)).toMatchObject({ refusal: 'wrong' });
      }
      expect(await enter({ ...person, client: surgery })).toMatchObject({ ok: true, value: { kind: 'session' } });
    }
  });

  test('R36 one client that guesses at many accounts is slowed; others are not', async () => {
    const client = { address: '198.51.100.9', userAgent: '' };
    const results = [];
    for (let i = 0; i < 102; i++) results.push(await enter({ email: `spray-${i}@elmgreen.nhs.uk`, client }, wrong));
    expect(results.filter(result => !result.ok && result.refusal === 'wait')).toHaveLength(2);
    const member = await aMember();
    expect(await enter({ ...member, client })).toMatchObject({ refusal: 'wait' });
    expect((await enter(member)).ok).toBe(true);
  });
});
