import { describe, expect, test } from 'vitest';
import { confirmByCode, confirmByLink } from '@/lib/accounts/commands/confirm-address';
import { resend } from '@/lib/accounts/commands/registrations';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { findMailedLink, findRegistration } from '@/lib/accounts/queries/registration';
import { DAY, MINUTE } from '@/lib/accounts/rules/limits';
import { db } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { later } from '../support/people';
import { begin, client, fresh, nobody, owner, password, sessions } from '../support/registering';
import { letterTo } from './mailbox';

await testDatabase();

describe('confirming an address', () => {
  test('R19 reading the link any number of times changes nothing; the button then works', async () => {
    const email = fresh();
    await begin(email);
    const { token = '' } = (await letterTo(email, 'confirm-address')).props;
    const before = await db().verificationToken.findMany({ where: { address: email } });
    for (let i = 0; i < 5; i++) {
      expect(await findMailedLink(nobody, { token, purpose: 'verify' })).toMatchObject({
        state: 'ready',
        address: email,
      });
    }
    expect(await db().verificationToken.findMany({ where: { address: email } })).toEqual(before);
    expect((await owner(email))?.emailVerified).toBeNull();
    expect((await confirmByLink(nobody, { token, registration: null })).ok).toBe(true);
    expect((await owner(email))?.emailVerified).toEqual(nobody.now);
  });

  test('R22 a button pressed by a mail scanner confirms and signs nobody in; the person then reads that all is well', async () => {
    const email = fresh();
    const registration = await begin(email);
    const before = await sessions();
    const { token = '', code = '' } = (await letterTo(email, 'confirm-address')).props;
    await confirmByLink(nobody, { token, registration: null });
    expect(await sessions()).toBe(before);
    expect((await confirmByLink(nobody, { token, registration })).ok).toBe(true);
    expect((await findMailedLink(nobody, { token, purpose: 'verify' }))?.state).toBe('link-spent');
    expect(await findRegistration(nobody, registration)).toMatchObject({ confirmed: true });
    expect((await confirmByCode(nobody, { code, registration })).ok).toBe(false);
    expect(await sessions()).toBe(before);
  });

  test('R20 a token is 256 random bits, only its digest is stored, and it is bound to its purpose', async () => {
    const email = fresh();
    const registration = await begin(email);
    const { token = '', code = '' } = (await letterTo(email, 'confirm-address')).props;
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const stored = JSON.stringify(await db().verificationToken.findMany());
    for (const secret of [token, code, registration]) expect(stored).not.toContain(`"${secret}"`);
    expect(await findMailedLink(nobody, { token, purpose: 'reset' })).toBeNull();
    expect(await confirmByLink(nobody, { token: registration, registration: null })).toMatchObject({
      refusal: 'link-unknown',
    });
    expect(await confirmByLink(nobody, { token: `${token}x`, registration: null })).toMatchObject({
      refusal: 'link-unknown',
    });
    expect((await confirmByLink(nobody, { token, registration: null })).ok).toBe(true);
  });

  test('R20 a new mail ends the older link and code, and says when it was sent', async () => {
    const email = fresh();
    const registration = await begin(email);
    const old = (await letterTo(email, 'confirm-address')).props;
    const minuteLater = later(nobody, MINUTE);
    await resend(minuteLater, { registration, client });
    expect(await confirmByLink(minuteLater, { token: old.token ?? '', registration })).toMatchObject({
      refusal: 'link-superseded',
    });
    expect(await findMailedLink(minuteLater, { token: old.token ?? '', purpose: 'verify' })).toMatchObject({
      state: 'link-superseded',
      newerSentAt: minuteLater.now,
    });
    expect((await confirmByCode(minuteLater, { code: old.code ?? '', registration })).ok).toBe(false);
    const { code = '' } = (await letterTo(email, 'confirm-address')).props;
    expect((await confirmByCode(minuteLater, { code, registration })).ok).toBe(true);
  });

  test('R20 a code works for ten minutes, a link for a day', async () => {
    const email = fresh();
    const registration = await begin(email);
    const { token = '', code = '' } = (await letterTo(email, 'confirm-address')).props;
    expect((await confirmByCode(later(nobody, 10 * MINUTE), { code, registration })).ok).toBe(false);
    expect(await confirmByLink(later(nobody, DAY), { token, registration })).toMatchObject({ refusal: 'link-expired' });
    expect((await confirmByLink(later(nobody, DAY - 1), { token, registration })).ok).toBe(true);
  });

  test('R20 fifty presses at once confirm once', async () => {
    const email = fresh();
    const registration = await begin(email);
    const { token = '' } = (await letterTo(email, 'confirm-address')).props;
    const presses = await Promise.all(Array.from({ length: 50 }, () => confirmByLink(nobody, { token, registration })));
    expect(presses.every(press => press.ok)).toBe(true);
    const personId = (await owner(email))?.id;
    expect(await db().audit.count({ where: { action: 'address.confirmed', personId } })).toBe(1);
  });

  test('R20 fifty guesses at once are five tries', async () => {
    const email = fresh();
    const registration = await begin(email);
    const { code = '' } = (await letterTo(email, 'confirm-address')).props;
    const wrong = code === '000000' ? '111111' : '000000';
    await Promise.all(Array.from({ length: 50 }, () => confirmByCode(nobody, { code: wrong, registration })));
    expect(await db().verificationToken.findFirst({ where: { address: email, purpose: 'verify' } })).toMatchObject({
      codeTries: 5,
    });
    expect((await confirmByCode(nobody, { code, registration })).ok).toBe(false);
  });

  test('a stranger who registered first with a password of their own gains nothing', async () => {
    const email = fresh();
    await begin(email, { password: 'a stranger was here' });
    const mine = await begin(email, {}, later(nobody, 2 * MINUTE));
    const { code = '' } = (await letterTo(email, 'confirm-address')).props;
    expect((await confirmByCode(later(nobody, 3 * MINUTE), { code, registration: mine })).ok).toBe(true);
    const enter = (typed: string) =>
      signIn(later(nobody, 4 * MINUTE), {
        email,
        password: typed,
        returnTo: null,
        client: { address: client, userAgent: '' },
      });
    expect(await enter('a stranger was here')).toMatchObject({ ok: false, refusal: 'wrong' });
    expect(await enter(password)).toMatchObject({ ok: true, value: { kind: 'session' } });
  });

  test('a stranger who registers after me leaves an account without a password, never one with theirs', async () => {
    const email = fresh();
    await begin(email);
    await begin(email, { password: 'a stranger was here' }, later(nobody, 2 * MINUTE));
    const { token = '' } = (await letterTo(email, 'confirm-address')).props;
    const after = later(nobody, 3 * MINUTE);
    expect((await confirmByLink(after, { token, registration: null })).ok).toBe(true);
    expect((await owner(email))?.passwordHash).toBeNull();
    expect(await findMailedLink(after, { token, purpose: 'verify' })).toMatchObject({ choosePassword: true });
  });
});
