import { describe, expect, test } from 'vitest';
import { confirmIdentity } from '@/lib/accounts/commands/confirm-identity';
import { endOtherSessions, endSession } from '@/lib/accounts/commands/end-sessions';
import { listSessions } from '@/lib/accounts/queries/sessions';
import { DAY, HOUR, MINUTE } from '@/lib/accounts/rules/limits';
import { isFresh, isFreshForPage } from '@/lib/core/fresh';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { anonymous, later, tuesday } from '../support/people';
import { codeAt, withApp } from './factors';
import { letters } from './mailbox';
import { aMember, enter, password, session, who } from './member';

await testDatabase();

const at = (milliseconds: number) => new Date(tuesday.getTime() + milliseconds);

describe('confirming that it is you', () => {
  test('R42 a proof holds for fifteen minutes; a page asks five minutes earlier', () => {
    const proved = { provedAt: tuesday };
    expect([isFresh(proved, at(15 * MINUTE - 1)), isFresh(proved, at(15 * MINUTE))]).toEqual([true, false]);
    expect([isFreshForPage(proved, at(10 * MINUTE - 1)), isFreshForPage(proved, at(10 * MINUTE))]).toEqual([
      true,
      false,
    ]);
  });

  test('R38 R42 the password makes the session fresh under a new token, and the old token is dead', async () => {
    const member = await aMember();
    const stale = later(member, HOUR);
    const confirmed = await confirmIdentity(stale, { kind: 'password', password });
    if (!confirmed.ok) throw new Error(confirmed.refusal);
    expect(await who(member.sessionToken, stale.now)).toBeNull();
    const person = await who(confirmed.value.sessionToken, stale.now);
    expect(person).toMatchObject({ sessionId: member.sessionId, provedAt: stale.now });
    expect(Buffer.from(confirmed.value.sessionToken, 'base64url')).toHaveLength(32);
    expect(await db().audit.count({ where: { action: 'session.confirmed', actorId: member.userId } })).toBe(1);
  });

  test('R42 a code and a recovery code do too, once each', async () => {
    const member = await withApp(await aMember());
    const code = codeAt(member.secret, tuesday);
    expect((await confirmIdentity(member, { kind: 'code', code })).ok).toBe(true);
    expect(await confirmIdentity(member, { kind: 'code', code })).toMatchObject({ refusal: 'code-spent' });
    const [recovery = ''] = member.codes;
    expect((await confirmIdentity(member, { kind: 'recovery-code', code: recovery })).ok).toBe(true);
    expect(await confirmIdentity(member, { kind: 'recovery-code', code: recovery })).toMatchObject({
      refusal: 'wrong-recovery-code',
    });
  });

  test('R36 R42 wrong passwords count together with sign-in, and change nothing', async () => {
    const member = await aMember();
    for (let i = 0; i < 5; i++) {
      const wrong = { kind: 'password', password: 'purple tractor wrong' } as const;
      expect(await confirmIdentity(member, wrong)).toMatchObject({ refusal: 'not-your-password' });
    }
    expect(await confirmIdentity(member, { kind: 'password', password })).toMatchObject({ refusal: 'wait' });
    expect(await enter(member)).toMatchObject({ refusal: 'wait' });
    expect(await who(member.sessionToken, tuesday)).toMatchObject({ provedAt: tuesday });
  });

  test('a session that has ended cannot be made fresh', async () => {
    const member = await aMember();
    await db().session.delete({ where: { id: member.sessionId } });
    expect(await confirmIdentity(member, { kind: 'password', password })).toMatchObject({ refusal: 'session-over' });
  });
});

describe('signed-in devices', () => {
  test('R41 this device is first, with device, network, beginning and last use; those that are over are not listed', async () => {
    const member = await aMember();
    await session(member);
    const over = await session(member);
    const rows = await db().session.findMany({ where: { userId: member.userId }, orderBy: { createdAt: 'asc' } });
    const last = rows.find(row => row.id !== member.sessionId);
    await db().session.update({ where: { id: last?.id }, data: { expires: at(-DAY) } });
    const listed = await listSessions(member);
    expect(listed).toHaveLength(2);
    expect(listed[0]).toMatchObject({ id: member.sessionId, current: true, device: 'Edge on Windows' });
    expect(listed[1]).toMatchObject({ current: false, network: '203.0.113.0', createdAt: tuesday });
    expect(over).toBeTruthy();
  });

  test('R41 one, and all others, are ended at once after a fresh proof; nobody ends another’s', async () => {
    const [member, stranger] = [await aMember(), await aMember()];
    const [one, two] = [await session(member), await session(member)];
    const first = await who(one.sessionToken, tuesday);
    const id = first?.sessionId ?? '';
    expect(await endSession(stranger, id)).toMatchObject({ refusal: 'no-session' });
    expect(await endSession(later(member, 15 * MINUTE), id)).toMatchObject({ refusal: 'not-fresh' });
    expect(await endOtherSessions(later(member, 15 * MINUTE))).toMatchObject({ refusal: 'not-fresh' });
    expect(await who(one.sessionToken, tuesday)).not.toBeNull();
    expect((await endSession(member, id)).ok).toBe(true);
    expect(await who(one.sessionToken, tuesday)).toBeNull();
    expect(await endOtherSessions(member)).toEqual({ ok: true, value: 1 });
    expect(await who(two.sessionToken, tuesday)).toBeNull();
    expect(await who(member.sessionToken, tuesday)).not.toBeNull();
    expect(await who(stranger.sessionToken, tuesday)).not.toBeNull();
  });

  test('a device that was not seen before is told by mail, once; the first one of an account is not', async () => {
    const member = await aMember();
    const told = async () => (await letters()).filter(mail => mail.to === member.email && mail.kind === 'new-device');
    await session(member);
    await session(member);
    expect(await told()).toHaveLength(0);
    const phone = {
      address: '198.51.100.7',
      userAgent: 'Mozilla/5.0 (iPhone) AppleWebKit/605 Version/26.0 Safari/605',
    };
    await enter({ ...member, client: phone }, {}, anonymous());
    await enter({ ...member, client: phone }, {}, anonymous());
    expect(await told()).toMatchObject([{ props: { device: 'Safari on iPhone', network: '198.51.100.0' } }]);
  });
});
