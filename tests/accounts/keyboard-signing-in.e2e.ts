import type { Page } from '@playwright/test';
import { db } from '@/lib/platform/db';
import { expect, test } from '../support/fixtures';
import {
  arrives,
  confirmByKeys,
  expectReadingOrder,
  follow,
  fromProblemTo,
  hearsProblem,
  signInByKeys,
  type,
} from '../support/keyboard';
import { anotherDevice } from '../support/people';
import { stale } from '../support/proof';
import { aVirtualAuthenticator } from '../support/virtual-authenticator';
import { codeAt, withApp } from './factors';
import { aMember } from './member';

const security = '/accounts/profile/security/';

const main = (page: Page) => page.getByRole('main');
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name });
const signOut = async (page: Page) => {
  await follow(page, page.getByRole('banner').getByRole('button', { name: 'Sign out' }));
  await arrives(page, 'Sign in');
};

test('R65 R34 the keyboard alone signs in with a code of the app, and with a recovery code', async ({ visit }) => {
  const member = await withApp(await aMember({ now: new Date() }));
  const page = await visit();
  await page.goto('/accounts/login/');
  await expectReadingOrder(page, 'sign in');
  await signInByKeys(page, member.email, 'purple tractor wrong');
  // Which of the two it was, nobody is told: there is no field to lead to.
  await hearsProblem(page, 'Email or password is not right');
  await signInByKeys(page, member.email);
  await arrives(page, 'Enter your code');
  const code = page.getByLabel('6-digit code');
  await type(page, code, '12 34');
  await page.keyboard.press('Enter');
  await fromProblemTo(page, 'Enter the 6-digit code', code);
  await expectReadingOrder(page, 'second step with an error');
  await type(page, code, codeAt(member.secret, new Date()));
  await page.keyboard.press('Enter');
  await arrives(page, 'Your account');

  await signOut(page);
  await signInByKeys(page, member.email);
  await follow(page, main(page).getByRole('link', { name: 'Use a recovery code' }));
  await arrives(page, 'Use a recovery code');
  await expectReadingOrder(page, 'recovery code');
  const recovery = page.getByLabel('Recovery code');
  await type(page, recovery, 'abcde-abcde');
  await page.keyboard.press('Enter');
  await fromProblemTo(page, 'not right or was used already', recovery);
  await type(page, recovery, member.codes[0] ?? '');
  await page.keyboard.press('Enter');
  await arrives(page, 'Your account');
});

test('R65 R42 the keyboard alone sets an app up, confirms who is there, and removes it again', async ({ visit }) => {
  const member = await aMember({ now: new Date() });
  await stale(member);
  const page = await visit({ as: member });
  await page.goto(security);
  await expectReadingOrder(page, 'security');
  await follow(page, button(page, 'Set up an authenticator app'));
  await arrives(page, 'Confirm it is you');
  await type(page, page.getByLabel('Password', { exact: true }), 'purple tractor wrong');
  await page.keyboard.press('Enter');
  await fromProblemTo(page, 'Your password is not right', page.getByLabel('Password', { exact: true }));
  await expectReadingOrder(page, 'confirm it is you');
  await confirmByKeys(page);
  await arrives(page, 'Security');
  await follow(page, button(page, 'Set up an authenticator app'));
  await arrives(page, 'Set up an authenticator app');
  await expectReadingOrder(page, 'authenticator');
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await type(page, page.getByLabel('6-digit code'), '000');
  await page.keyboard.press('Enter');
  await fromProblemTo(page, 'Enter the 6-digit code', page.getByLabel('6-digit code'));
  await type(page, page.getByLabel('6-digit code'), codeAt(secret, new Date()));
  await page.keyboard.press('Enter');
  await arrives(page, 'Keep your recovery codes');
  await expectReadingOrder(page, 'recovery codes');
  await follow(page, main(page).getByRole('link', { name: 'I have kept them' }));
  await arrives(page, 'Security');

  await stale(await newest(member));
  await follow(page, main(page).getByRole('link', { name: 'Remove the authenticator app' }));
  await arrives(page, 'Confirm it is you');
  await follow(page, main(page).getByRole('link', { name: 'Use a code of your authenticator app instead' }));
  await type(page, page.getByLabel('6-digit code'), codeAt(secret, new Date(), 1));
  await page.keyboard.press('Enter');
  await arrives(page, 'Remove the authenticator app');
  await expectReadingOrder(page, 'remove the app');
  await follow(page, button(page, 'Remove authenticator app'));
  await expect(page.getByText('The authenticator app was removed.')).toBeVisible();
});

test('R65 the keyboard alone makes a passkey, renames it, signs in with it and removes it', async ({ visit }) => {
  const member = await aMember({ now: new Date() });
  const page = await visit({ as: member });
  await aVirtualAuthenticator(page);
  await page.goto(security);
  await follow(page, main(page).getByRole('link', { name: 'Add a passkey' }));
  await arrives(page, 'Add a passkey');
  await expectReadingOrder(page, 'add a passkey');
  await type(page, page.getByLabel('Name of the passkey'), 'Surgery laptop');
  await follow(page, button(page, 'Make the passkey'));
  await arrives(page, 'Keep your recovery codes');

  await signOut(page);
  await follow(page, button(page, 'Use a passkey'));
  await arrives(page, 'Your account');
  await signOut(page);
  await signInByKeys(page, member.email);
  await arrives(page, 'Use your passkey');
  await expectReadingOrder(page, 'passkey after the password');
  await follow(page, button(page, 'Continue with your passkey'));
  await arrives(page, 'Your account');

  await stale(await newest(member));
  await page.goto(security);
  await follow(page, main(page).getByRole('link', { name: 'Rename or remove Surgery laptop' }));
  await arrives(page, 'Confirm it is you');
  await follow(page, button(page, 'Use a passkey instead'));
  await arrives(page, 'Your passkey');
  await expectReadingOrder(page, 'one passkey');
  await type(page, page.getByLabel('Name', { exact: true }), '');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await fromProblemTo(page, /name/i, page.getByLabel('Name', { exact: true }));
  await type(page, page.getByLabel('Name', { exact: true }), 'Spare laptop');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The passkey is now called Spare laptop.')).toBeVisible();
  await follow(page, main(page).getByRole('link', { name: 'Rename or remove Spare laptop' }));
  await follow(page, button(page, /^Remove passkey/));
  await expect(page.getByText('A passkey was removed.')).toBeVisible();
  expect(await db().passkey.count({ where: { userId: member.userId } })).toBe(0);
});

test('R65 R41 the keyboard alone signs out one other device, then all others', async ({ visit }) => {
  const member = await aMember({ now: new Date() });
  for (const device of ['Firefox on Linux', 'Safari on iPhone', 'Chrome on Mac']) await anotherDevice(member, device);
  await stale(member);
  const page = await visit({ as: member });
  await page.goto('/accounts/profile/sessions/');
  await expectReadingOrder(page, 'sessions');
  const one = button(page, 'Sign out Safari on iPhone');
  await follow(page, one);
  await confirmByKeys(page);
  await follow(page, one);
  await expect(page.getByText('The device is signed out.')).toBeVisible();
  await follow(page, button(page, 'Sign out all 2 other devices'));
  await expect(page.getByText('2 other devices were signed out.')).toBeVisible();
  expect(await db().session.count({ where: { userId: member.userId } })).toBe(1);
});

/** The session that somebody has begun last. */
const newest = ({ userId }: { userId: string }) =>
  db()
    .session.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: 'desc' } })
    .then(({ id }) => ({ sessionId: id }));
