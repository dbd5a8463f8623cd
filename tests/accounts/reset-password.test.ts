import { describe, expect, test } from 'vitest';
import { changePassword, rename } from '@/lib/accounts/commands/change-details';
import { openResetByCode } from '@/lib/accounts/commands/reset-by-code';
import { askReset, resetPassword } from '@/lib/accounts/commands/reset-password';
import { findMailedLink } from '@/lib/accounts/queries/registration';
import { HOUR, MINUTE } from '@/lib/accounts/rules/limits';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { anOrganisation, anonymous, joined, later, tuesday } from '../support/people';
import { letters, letterTo } from './mailbox';
import { aMember, enter, password, session, who } from './member';

await testDatabase();

describe('a forgotten password', () => {
  const client = '203.0.113.99';

  async function resetToken(email: string, viewer = anonymous()) {
    expect((await askReset(viewer, { email, client })).ok).toBe(true);
    return (await letterTo(email, 'reset-password')).props.token ?? '';
  }

  test('R18 asking is answered and recorded alike for known and unknown addresses; only the known one gets mail', async () => {
    const member = await aMember();
    const unknown = 'unknown-reset@elmgreen.nhs.uk';
    for (const email of [member.email, unknown]) {
      for (const minutes of [0, 0, 1, 3, 8, 23, 40]) {
        expect(await askReset(later(anonymous(), minutes * MINUTE), { email, client })).toEqual({
          ok: true,
          value: null,
        });
      }
      expect(await db().verificationToken.count({ where: { identifier: `reset:${email}` } })).toBe(5);
    }
    expect((await letters()).filter(letter => letter.to === member.email)).toHaveLength(5);
    expect((await letters()).filter(letter => letter.to === unknown)).toHaveLength(0);
  });

  const typed = (address: string | null, code: string, viewer = anonymous(), from = client) =>
    openResetByCode(viewer, { address, code, client: from });

  test('R20 R32 the code of the mail opens the same page as its link, once, for ten minutes; then both are spent', async () => {
    const member = await aMember();
    const mailed = await resetToken(member.email);
    const { code = '' } = (await letterTo(member.email, 'reset-password')).props;
    expect(await typed(member.email, code, later(anonymous(), 10 * MINUTE))).toMatchObject({ refusal: 'wrong-code' });
    expect(await typed(null, code)).toMatchObject({ refusal: 'not-asked' });
    const opened = await typed(member.email, code);
    if (!opened.ok) throw new Error(opened.refusal);
    expect(await typed(member.email, code)).toMatchObject({ refusal: 'wrong-code' });
    expect(Buffer.from(opened.value, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await db().verificationToken.findMany())).not.toContain(opened.value);
    const late = later(anonymous(), HOUR);
    const wanted = { token: opened.value, password: 'lantern otter meadow' };
    expect(await resetPassword(late, wanted)).toMatchObject({ refusal: 'link-expired' });
    expect((await resetPassword(anonymous(), wanted)).ok).toBe(true);
    expect(await resetPassword(anonymous(), { ...wanted, token: mailed })).toMatchObject({
      refusal: 'link-superseded',
    });
    expect((await enter(member, { password: 'lantern otter meadow' })).ok).toBe(true);
  });

  test('R18 R20 five wrong codes end it, also at once, for known and unknown addresses alike', async () => {
    const member = await aMember();
    for (const email of [member.email, 'unknown-code@elmgreen.nhs.uk']) {
      await askReset(anonymous(), { email, client });
      const sent = (await letters()).filter(({ to, kind }) => to === email && kind === 'reset-password').at(-1)?.props;
      const wrong = sent?.code === '000000' ? '111111' : '000000';
      const tries = await Promise.all(Array.from({ length: 12 }, () => typed(email, wrong)));
      expect(tries.map(tried => (tried.ok ? 'ok' : tried.refusal)).sort()).toEqual([
        ...Array(8).fill('code-used-up'),
        ...Array(4).fill('wrong-code'),
      ]);
      expect(await typed(email, sent?.code ?? '000000')).toMatchObject({ refusal: 'code-used-up' });
    }
    const next = later(anonymous(), MINUTE);
    await askReset(next, { email: member.email, client });
    const { code = '' } = (await letterTo(member.email, 'reset-password')).props;
    expect((await typed(member.email, code, next)).ok).toBe(true);
  });

  test('R36 one client tries sixty codes in an hour, whoever they are for; others go on', async () => {
    const busy = '198.51.100.60';
    for (let n = 0; n < 60; n++) {
      expect(await typed(`spray-${n}@elmgreen.nhs.uk`, '000000', anonymous(), busy)).toMatchObject({
        refusal: 'wrong-code',
      });
    }
    const member = await aMember();
    await resetToken(member.email);
    const { code = '' } = (await letterTo(member.email, 'reset-password')).props;
    expect(await typed(member.email, code, anonymous(), busy)).toMatchObject({ refusal: 'slow-down' });
    expect((await typed(member.email, code)).ok).toBe(true);
  });

  test('R19 R20 looking at the link uses nothing up; it works once, for an hour', async () => {
    const member = await aMember();
    const token = await resetToken(member.email);
    for (let i = 0; i < 3; i++)
      expect(await findMailedLink(anonymous(), { token, purpose: 'reset' })).toMatchObject({ state: 'ready' });
    const late = anonymous(new Date(tuesday.getTime() + HOUR));
    expect(await resetPassword(late, { token, password: 'lantern otter meadow' })).toMatchObject({
      refusal: 'link-expired',
    });
    expect((await resetPassword(anonymous(), { token, password: 'lantern otter meadow' })).ok).toBe(true);
    expect(await resetPassword(anonymous(), { token, password: 'another otter meadow' })).toMatchObject({
      refusal: 'link-spent',
    });
    expect((await enter(member, { password: 'lantern otter meadow' })).ok).toBe(true);
  });

  test('R32 it ends all sessions and other links, tells the owner, and signs nobody in', async () => {
    const member = await aMember();
    const { sessionToken } = await session(member);
    const old = await resetToken(member.email);
    const token = await resetToken(member.email, later(anonymous(), MINUTE));
    expect(await resetPassword(anonymous(), { token: old, password: 'lantern otter meadow' })).toMatchObject({
      refusal: 'link-superseded',
    });
    const done = await resetPassword(later(anonymous(), MINUTE), { token, password: 'lantern otter meadow' });
    expect(done).toEqual({ ok: true, value: { sessionsEnded: 2 } });
    expect(await who(sessionToken, tuesday)).toBeNull();
    expect(await db().session.count({ where: { userId: member.userId } })).toBe(0);
    expect((await letterTo(member.email, 'password-changed')).props).toMatchObject({ name: member.name });
    expect((await enter(member)).ok).toBe(false);
  });

  test('R20 fifty uses of one link at once set one password', async () => {
    const member = await aMember();
    const token = await resetToken(member.email);
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        resetPassword(anonymous(), { token, password: `lantern otter meadow ${i}` }),
      ),
    );
    expect(tries.filter(tried => tried.ok)).toHaveLength(1);
    expect(await db().audit.count({ where: { action: 'password.changed', personId: member.userId } })).toBe(1);
  });

  test('R20 the link is worth nothing once the account has another address', async () => {
    const member = await aMember();
    const token = await resetToken(member.email);
    await db().user.update({ where: { id: member.userId }, data: { email: 'moved-away@elmgreen.nhs.uk' } });
    expect(await resetPassword(anonymous(), { token, password: 'lantern otter meadow' })).toMatchObject({
      refusal: 'link-unknown',
    });
  });

  test('R30 the new password must not name the person’s organisation', async () => {
    const member = await aMember();
    const organisation = await anOrganisation({ name: 'Fellside Medical Practice' });
    await joined(member, organisation.code, 'member');
    const token = await resetToken(member.email);
    expect(await resetPassword(anonymous(), { token, password: 'fellside otter lamp' })).toMatchObject({
      refusal: 'password-organisation',
    });
    expect((await resetPassword(anonymous(), { token, password: 'lantern otter meadow' })).ok).toBe(true);
  });
});

describe('changing details', () => {
  test('R32 a password change needs the current one and ends the other sessions', async () => {
    const member = await aMember();
    const other = await session(member);
    const wanted = { current: 'purple tractor wrong', password: 'lantern otter meadow' };
    expect(await changePassword(member, wanted)).toMatchObject({ refusal: 'not-current' });
    expect(await who(other.sessionToken, tuesday)).not.toBeNull();
    expect(await changePassword(member, { ...wanted, current: password })).toEqual({
      ok: true,
      value: { sessionsEnded: 1 },
    });
    expect(await who(other.sessionToken, tuesday)).toBeNull();
    expect(await who(member.sessionToken, tuesday)).not.toBeNull();
  });

  test('a new name is seen at once', async () => {
    const member = await aMember();
    await rename(member, 'Asha K. Patel');
    expect((await who(member.sessionToken, tuesday))?.name).toBe('Asha K. Patel');
  });
});
