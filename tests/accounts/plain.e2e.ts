import type { Page } from '@playwright/test';
import { db } from '@/lib/platform/db';
import { expect, test } from '../support/fixtures';
import { freshAddress, password, press, signIn } from '../support/forms';
import { codeIn, linkIn, mailTo } from '../support/outbox';
import { guarded } from '../support/people';
import { stale } from '../support/proof';
import { codeAt, withApp } from './factors';
import { aMember, type Member } from './member';

// What account.e2e.ts, leaving.e2e.ts and security.e2e.ts, which also run without JavaScript, leave over.

const another = 'lantern otter meadow';
const aMemberNow = () => aMember({ now: new Date() });

/** One title, and nothing to be reached by scrolling sideways. */
async function look(page: Page, title: string) {
  await expect(page).toHaveTitle(new RegExp(`^${title} – `));
  await expect(page.locator('title')).toHaveCount(1);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways, title).toBeLessThanOrEqual(0);
}

const problem = (page: Page) => page.getByRole('alert', { name: 'There is a problem' });

test.describe('without JavaScript @narrow', () => {
  test('R32 the password is changed by whoever knows the current one', async ({ visit }) => {
    const member = await aMemberNow();
    const page = await visit({ as: member, javaScript: false });
    await page.goto('/accounts/profile/password/');
    await page.getByLabel('Current password').fill('purple tractor wrong');
    await page.getByLabel('New password', { exact: true }).fill(another);
    await press(page, 'Save password');
    await expect(problem(page)).toContainText('Your current password is not right');
    await look(page, 'Error: Change your password');
    for (const label of ['Current password', 'New password']) {
      await expect(page.getByLabel(label, { exact: true })).toHaveValue('');
    }
    await page.getByLabel('Current password').fill(password);
    await page.getByLabel('New password', { exact: true }).fill(another);
    await press(page, 'Save password');
    await expect(page).not.toHaveTitle(/^Error|^Change your password/);
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, member.email, another);
    await look(page, 'Your account');
  });

  test('R32 a forgotten password is replaced by the mailed link', async ({ visit }) => {
    const member = await aMemberNow();
    const page = await visit({ javaScript: false });
    await page.goto('/accounts/password-reset/');
    await page.getByLabel('Email address').fill(member.email);
    await press(page, 'Send the link');
    await page.goto(linkIn(await mailTo(member.email, 'reset-password'), 'token='));
    await look(page, 'Choose a new password');
    await page.getByLabel('New password', { exact: true }).fill(another);
    await press(page, 'Save password');
    await expect(page.getByText('Your password is changed')).toBeVisible();
    await signIn(page, member.email, another);
    await look(page, 'Your account');
  });

  test('R24 a change of address is proved by the code, and given up before', async ({ visit }) => {
    const [member, first, second] = [await aMemberNow(), freshAddress('given-up'), freshAddress('proved')];
    const page = await visit({ as: member, javaScript: false });
    const ask = async (address: string) => {
      await page.goto('/accounts/profile/email/');
      await page.getByLabel('New email address').fill(address);
      await press(page, 'Send the email');
      await look(page, 'Confirm your new address');
    };
    await ask(first);
    await press(page, 'Cancel the change');
    expect(await addressOf(member)).toBe(member.email);
    await ask(second);
    const code = codeIn(await mailTo(second, 'confirm-new-address'));
    await page.getByLabel('6-digit code').fill(code === '000000' ? '111111' : '000000');
    await press(page, 'Confirm');
    await expect(problem(page)).toContainText('That code is not right');
    await page.getByLabel('6-digit code').fill(code);
    await press(page, 'Confirm');
    await expect.poll(() => addressOf(member)).toBe(second);
    await expect(page.getByText(second).first()).toBeVisible();
  });

  test('R42 who is there is proved by a code of the app', async ({ visit }) => {
    const member = await withApp(await aMemberNow());
    await stale(member);
    const page = await visit({ as: member, javaScript: false });
    await page.goto('/accounts/profile/security/authenticator/remove/');
    await page.getByRole('link', { name: 'Use a code of your authenticator app instead' }).click();
    await page.getByLabel('6-digit code').fill('000000');
    await press(page, 'Confirm');
    await look(page, 'Error: Confirm it is you');
    await page.getByLabel('6-digit code').fill(codeAt(member.secret, new Date()));
    await press(page, 'Confirm');
    await look(page, 'Remove the authenticator app');
  });

  test('R37 whoever has a passkey alone comes in by a recovery code, renames the passkey and removes it', async ({
    visit,
  }) => {
    const member = await withApp(await aMemberNow());
    await guarded(member);
    await db().authenticator.delete({ where: { userId: member.userId } });
    const page = await visit({ javaScript: false });
    await page.goto('/accounts/login/');
    await signIn(page, member.email);
    await look(page, 'Use your passkey');
    await expect(page.locator('main noscript p')).toBeVisible();
    await page.getByRole('link', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(member.codes[0] ?? '');
    await press(page, 'Sign in');
    await look(page, 'Your account');

    await page.goto('/accounts/profile/security/passkeys/new/');
    await look(page, 'Add a passkey');
    await page.getByRole('link', { name: 'set one up instead' }).click();
    await look(page, 'Security');
    await page.getByRole('link', { name: 'Rename or remove Key' }).click();
    await look(page, 'Your passkey');
    await page.getByLabel('Name', { exact: true }).fill('');
    await press(page, 'Save name');
    await look(page, 'Error: Your passkey');
    await page.getByLabel('Name', { exact: true }).fill('Spare laptop');
    await press(page, 'Save name');
    await expect(page.getByText('The passkey is now called Spare laptop.')).toBeVisible();
    await page.getByRole('link', { name: 'Rename or remove Spare laptop' }).click();
    await press(page, /^Remove passkey/);
    await expect(page.getByText('A passkey was removed.')).toBeVisible();
    expect(await db().passkey.count({ where: { userId: member.userId } })).toBe(0);
  });
});

for (const javaScript of [true, false]) {
  test(`R39 a form sent after the session has ended says that nothing was done, and leads back, JavaScript ${javaScript ? 'on' : 'off'} @narrow`, async ({
    visit,
  }) => {
    const member = await aMemberNow();
    const page = await visit({ as: member, javaScript });
    await page.goto('/accounts/profile/name/');
    await page.getByLabel('Full name').fill('Too Late');
    await db().session.delete({ where: { id: member.sessionId } });
    await press(page, 'Save name');
    await look(page, 'Sign in');
    await expect(page.getByText('You were signed out while the page was open')).toBeVisible();
    await signIn(page, member.email);
    await look(page, 'Change your name');
    // With scripts the tab kept what was typed (session-end.e2e.ts).
    await expect(page.getByLabel('Full name')).toHaveValue(javaScript ? 'Too Late' : member.name);
  });
}

const addressOf = async ({ userId }: Member) => (await db().user.findUniqueOrThrow({ where: { id: userId } })).email;
