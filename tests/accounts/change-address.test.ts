import { beforeEach, describe, expect, test } from 'vitest';
import {
  askAddressChange,
  cancelAddressChange,
  changeAddressByCode,
  changeAddressByLink,
} from '@/lib/accounts/commands/change-address';
import { changePassword } from '@/lib/accounts/commands/change-details';
import { register } from '@/lib/accounts/commands/register';
import { resetPassword } from '@/lib/accounts/commands/reset-password';
import { undoAddressChange } from '@/lib/accounts/commands/undo-address';
import { findWaitingAddress } from '@/lib/accounts/queries/address-change';
import { findMailedLink } from '@/lib/accounts/queries/registration';
import { DAY, MINUTE } from '@/lib/accounts/rules/limits';
import type { Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { hashPassword } from '@/lib/platform/passwords';
import { testDatabase } from '../support/database';
import { anonymous, aPerson, later } from '../support/people';
import { letters, letterTo } from './mailbox';

await testDatabase();

const password = 'purple tractor biscuit';
let asha: Person & { sessionToken: string };
let client: string;
let count = 0;

beforeEach(async () => {
  asha = await aPerson({ email: fresh() });
  client = `198.51.100.${count++}`;
});

const fresh = () => `asha-${Math.random().toString(36).slice(2, 9)}@elmgreen.nhs.uk`;
const user = () => db().user.findUniqueOrThrow({ where: { id: asha.userId } });
const emailOf = async () => (await user()).email;

async function asked(email = fresh(), who: Person = asha) {
  const result = await askAddressChange(who, { email, client });
  if (!result.ok) throw new Error(result.refusal);
  return email;
}

async function askedWithMail(email = fresh(), who: Person = asha) {
  await asked(email, who);
  const { token = '', code = '' } = (await letterTo(email, 'confirm-new-address')).props;
  return { email, token, code };
}

/** Changed, with the token of the notice to the old address. */
async function changed() {
  const { email, token } = await askedWithMail();
  const old = asha.email;
  expect((await changeAddressByLink(asha, token)).ok).toBe(true);
  return { email, old, undo: (await letterTo(old, 'address-changed')).props.token ?? '' };
}

describe('R24 a new address', () => {
  test('R24 is taken when its owner presses, not before; the old one is told, other devices are signed out', async () => {
    const { email, token } = await askedWithMail();
    expect(await emailOf()).toBe(asha.email);
    expect(await findWaitingAddress(asha)).toMatchObject({ address: email });
    expect(await changeAddressByLink(anonymous(), token)).toMatchObject({ ok: true, value: { sessionsEnded: 1 } });
    expect(await emailOf()).toBe(email);
    expect(await findWaitingAddress(asha)).toBeNull();
    const notice = await letterTo(asha.email, 'address-changed');
    expect(notice.props.address).toBe(`a•••@elmgreen.nhs.uk`);
    expect(await db().session.count({ where: { userId: asha.userId } })).toBe(0);
  });

  test('R24 typed as a code keeps the session it was typed in', async () => {
    const { email, code } = await askedWithMail();
    const wrong = code === '111111' ? '222222' : '111111';
    expect(await changeAddressByCode(asha, wrong)).toMatchObject({ refusal: 'wrong-code' });
    expect(await changeAddressByCode(asha, code)).toMatchObject({ ok: true, value: { sessionsEnded: 0 } });
    expect(await emailOf()).toBe(email);
    expect(await db().session.count({ where: { userId: asha.userId } })).toBe(1);
  });

  test('R19 R20 reading the link changes nothing, pressing twice is calm, and it lasts a day', async () => {
    const { email, token } = await askedWithMail();
    for (let i = 0; i < 3; i++) await findMailedLink(anonymous(), { token, purpose: 'change-address' });
    expect(await emailOf()).toBe(asha.email);
    expect(await changeAddressByLink(later(anonymous(), DAY), token)).toMatchObject({ refusal: 'link-expired' });
    expect((await changeAddressByLink(anonymous(), token)).ok).toBe(true);
    expect(await changeAddressByLink(anonymous(), token)).toMatchObject({ ok: true, value: null });
    expect(await emailOf()).toBe(email);
    for (const purpose of ['verify', 'reset', 'undo-address'] as const) {
      expect(await findMailedLink(anonymous(), { token, purpose })).toBeNull();
    }
  });

  test('R20 fifty presses at once change it once', async () => {
    const { token } = await askedWithMail();
    const presses = await Promise.all(Array.from({ length: 50 }, () => changeAddressByLink(anonymous(), token)));
    expect(presses.every(press => press.ok)).toBe(true);
    expect(await db().audit.count({ where: { action: 'address.changed', personId: asha.userId } })).toBe(1);
    expect((await letters()).filter(({ kind, to }) => kind === 'address-changed' && to === asha.email)).toHaveLength(1);
  });

  test('R20 fifty guesses at once are five tries', async () => {
    const { code } = await askedWithMail();
    const wrong = code === '111111' ? '222222' : '111111';
    await Promise.all(Array.from({ length: 50 }, () => changeAddressByCode(asha, wrong)));
    expect(await changeAddressByCode(asha, code)).toMatchObject({ refusal: 'code-used-up' });
    expect(await emailOf()).toBe(asha.email);
  });

  test('R24 that waits is dropped by a newer one, by cancelling, and by another password', async () => {
    const first = await askedWithMail();
    const second = await askedWithMail();
    expect(await changeAddressByLink(asha, first.token)).toMatchObject({ refusal: 'link-superseded' });
    await cancelAddressChange(asha);
    expect(await changeAddressByLink(asha, second.token)).toMatchObject({ refusal: 'link-superseded' });
    expect(await changeAddressByCode(asha, second.code)).toMatchObject({ refusal: 'nothing-waits' });

    const third = await askedWithMail();
    await db().user.update({ where: { id: asha.userId }, data: { passwordHash: await hashPassword(password) } });
    const wanted = { current: password, password: 'lantern otter meadow' };
    expect((await changePassword(later(asha, MINUTE), wanted)).ok).toBe(true);
    expect(await changeAddressByLink(later(asha, MINUTE), third.token)).toMatchObject({ refusal: 'link-superseded' });
    expect(await emailOf()).toBe(asha.email);
    const fourth = await askedWithMail(fresh(), later(asha, 2 * MINUTE));
    expect((await changeAddressByLink(later(asha, 2 * MINUTE), fourth.token)).ok).toBe(true);
  });

  test('R24 is not taken by an account that was disabled meanwhile', async () => {
    const { token } = await askedWithMail();
    await db().user.update({ where: { id: asha.userId }, data: { state: 'disabled' } });
    expect(await changeAddressByLink(anonymous(), token)).toMatchObject({ ok: false });
    await db().user.update({ where: { id: asha.userId }, data: { state: 'active' } });
    expect((await changeAddressByLink(anonymous(), token)).ok).toBe(true);
  });
});

describe('R18 an address that has an account', () => {
  test('R18 gets the same answer and the same rows, and a mail that says so to its owner', async () => {
    const other = await aPerson({ email: fresh() });
    const unknown = fresh();
    const answers = [];
    for (const email of [other.email, unknown]) {
      const first = await askAddressChange(asha, { email, client });
      const again = await askAddressChange(later(asha, 1), { email, client });
      const waiting = await findWaitingAddress(asha);
      answers.push({ first, again, waiting: { ...waiting, address: '' } });
    }
    expect(answers[0]).toEqual(answers[1]);
    const kinds = async (to: string) => (await letters()).filter(letter => letter.to === to).map(({ kind }) => kind);
    expect(await kinds(other.email)).toEqual(['already-registered']);
    expect(await kinds(unknown)).toEqual(['confirm-new-address']);
  });

  test('R18 is not handed over, even to whoever guesses the code', async () => {
    const other = await aPerson({ email: fresh() });
    await asked(other.email);
    const row = await db().verificationToken.findFirstOrThrow({ where: { userId: asha.userId, address: other.email } });
    const { codeDigest } = await import('@/lib/accounts/commands/mailed-tokens');
    await db().verificationToken.update({
      where: { token: row.token },
      data: { codeDigest: codeDigest(other.email, asha.userId, '123456') },
    });
    expect(await changeAddressByCode(asha, '123456')).toMatchObject({ refusal: 'wrong-code' });
    expect(await emailOf()).toBe(asha.email);
    expect((await db().user.findUniqueOrThrow({ where: { id: other.userId } })).email).toBe(other.email);
  });

  test('a registration nobody confirmed does not keep its owner from using it', async () => {
    const email = fresh();
    await register(anonymous(), { name: 'A Stranger', email, password: 'a stranger was here', returnTo: null, client });
    const { token } = await askedWithMail(email);
    expect((await changeAddressByLink(asha, token)).ok).toBe(true);
    expect(await emailOf()).toBe(email);
  });
});

describe('R24 putting the old address back', () => {
  test('R24 ends all sessions and the password, and leads to a new one', async () => {
    await db().user.update({ where: { id: asha.userId }, data: { passwordHash: await hashPassword(password) } });
    const { old, undo } = await changed();
    for (let i = 0; i < 3; i++) await findMailedLink(anonymous(), { token: undo, purpose: 'undo-address' });
    expect(await emailOf()).not.toBe(old);
    const put = await undoAddressChange(later(anonymous(), 6 * DAY), undo);
    expect(put.ok).toBe(true);
    expect(await user()).toMatchObject({ email: old, passwordHash: null });
    expect(await db().session.count({ where: { userId: asha.userId } })).toBe(0);
    if (!put.ok) return;
    const chosen = { token: put.value.resetToken, password: 'lantern otter meadow' };
    expect((await resetPassword(later(anonymous(), 6 * DAY), chosen)).ok).toBe(true);
    expect((await letterTo(old, 'address-put-back')).props.token).toBe(put.value.resetToken);
  });

  test('R24 works for seven days and once', async () => {
    const { undo } = await changed();
    expect(await undoAddressChange(later(anonymous(), 7 * DAY), undo)).toMatchObject({ refusal: 'link-expired' });
    expect((await undoAddressChange(later(anonymous(), 7 * DAY - 1), undo)).ok).toBe(true);
    expect(await undoAddressChange(anonymous(), undo)).toMatchObject({ refusal: 'link-spent' });
  });

  test('R24 the first address outlives a second change, and its undo voids the second one’s', async () => {
    const first = await changed();
    const moved = later({ ...asha, email: first.email }, 5 * MINUTE);
    const { token } = await askedWithMail(fresh(), moved);
    expect((await changeAddressByLink(moved, token)).ok).toBe(true);
    const second = (await letterTo(first.email, 'address-changed')).props.token ?? '';
    const after = later(anonymous(), 10 * MINUTE);
    expect((await undoAddressChange(after, first.undo)).ok).toBe(true);
    expect(await emailOf()).toBe(first.old);
    expect(await undoAddressChange(after, second)).toMatchObject({ refusal: 'link-superseded' });
  });

  test('is refused when the address has a confirmed account of its own by now', async () => {
    const { old, undo, email } = await changed();
    await aPerson({ email: old });
    expect(await undoAddressChange(anonymous(), undo)).toMatchObject({ refusal: 'address-taken' });
    expect(await emailOf()).toBe(email);
  });
});
