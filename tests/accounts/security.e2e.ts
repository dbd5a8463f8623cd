import type { Page } from '@playwright/test';
import { db } from '@/lib/platform/db';
import { expectAccessible } from '../support/axe';
import { cookieNames } from '../support/cookies';
import { expect, test } from '../support/fixtures';
import '../support/installation';
import { mailTo } from '../support/outbox';
import { anOrganisation, joined } from '../support/people';
import { confirm, stale } from '../support/proof';
import { aVirtualAuthenticator } from '../support/virtual-authenticator';
import { codeAt } from './factors';
import { aMember, password } from './member';

const DAY = 24 * 3_600_000;
const security = '/accounts/profile/security/';

const aMemberNow = (wishes: { platformAdmin?: boolean } = {}) => aMember({ now: new Date(), ...wishes });

let scripted = true;

async function look(page: Page, title: string) {
  await expect(page).toHaveTitle(new RegExp(`^${title} – `));
  await expect(page.locator('title')).toHaveCount(1);
  // axe asks its questions with timers, which a page without JavaScript does not run; its HTML is the same.
  if (scripted) await expectAccessible(page, title);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content, title).toBeLessThanOrEqual(window ?? 0);
}

const problem = (page: Page) => page.getByRole('alert', { name: 'There is a problem' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const namesOf = async (page: Page) => (await page.context().cookies()).map(cookie => cookie.name).sort();
const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(cookie => cookie.name === cookieNames.session)?.value ?? '';

async function signIn(page: Page, email: string) {
  await page.goto('/accounts/login/');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Sign in');
}

async function typeCode(page: Page, code: string, button: string) {
  await page.getByLabel('6-digit code').fill(code);
  await press(page, button);
}

for (const javaScript of [true, false]) {
  test.describe(`with JavaScript ${javaScript ? 'on' : 'off'} @narrow`, () => {
    test.beforeEach(() => {
      scripted = javaScript;
    });

    test('R34 R35 R37 R38 R42 an authenticator app from setting up to the recovery code', async ({ visit }) => {
      test.slow();
      const member = await aMemberNow();
      await stale(member);
      const page = await visit({ as: member, javaScript });
      await page.goto('/accounts/profile/');
      await page.getByRole('link', { name: 'See security' }).click();
      await look(page, 'Security');
      await press(page, 'Set up an authenticator app');
      await look(page, 'Confirm it is you');
      await page.getByLabel('Password', { exact: true }).fill('purple tractor wrong');
      await press(page, 'Confirm');
      await expect(problem(page)).toContainText('Your password is not right');
      await look(page, 'Error: Confirm it is you');
      await confirm(page);
      await look(page, 'Security');
      expect(await sessionOf(page)).not.toBe(member.sessionToken);
      const old = await visit({ as: member, javaScript });
      expect((await old.request.get('/api/session/')).status()).toBe(401);

      await press(page, 'Set up an authenticator app');
      await look(page, 'Set up an authenticator app');
      await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
      const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
      await typeCode(page, '12 34', 'Turn on');
      await expect(problem(page)).toContainText('Enter the 6-digit code');
      await typeCode(page, codeAt(secret, new Date()), 'Turn on');
      await look(page, 'Keep your recovery codes');
      const codes = await page
        .getByRole('listitem')
        .filter({ hasText: /^[a-z2-9]{5}-[a-z2-9]{5}$/ })
        .allInnerTexts();
      expect(codes).toHaveLength(10);
      expect((await page.request.get(`${security}recovery-codes/`)).headers()['cache-control']).toContain('no-store');
      await page.reload();
      await expect(page.getByText('Recovery codes are shown once')).toBeVisible();
      await look(page, 'Recovery codes');
      await page.goto(security);
      await expect(page.getByText('10 codes are left')).toBeVisible();
      await look(page, 'Security');
      await mailTo(member.email, 'factor-changed');

      await press(page, 'Sign out');
      await signIn(page, member.email);
      await look(page, 'Enter your code');
      expect(await namesOf(page)).toEqual(['second-step']);
      expect((await page.request.get('/api/session/')).status()).toBe(401);
      await typeCode(page, '000000', 'Sign in');
      await expect(problem(page)).toContainText('That code is not right');
      await look(page, 'Error: Enter your code');
      await typeCode(page, codeAt(secret, new Date(), 1), 'Sign in');
      await look(page, 'Your account');
      expect(await namesOf(page)).toEqual(['has-session', 'session']);

      await press(page, 'Sign out');
      await signIn(page, member.email);
      await page.getByRole('link', { name: 'Use a recovery code' }).click();
      await look(page, 'Use a recovery code');
      await page.getByLabel('Recovery code').fill('abcde-abcde');
      await press(page, 'Sign in');
      await expect(problem(page)).toContainText('That recovery code is not right or was used already');
      await expect(page.getByLabel('Recovery code')).toHaveValue('');
      await page.getByLabel('Recovery code').fill((codes[0] ?? '').toUpperCase());
      await press(page, 'Sign in');
      await look(page, 'Your account');
      expect((await mailTo(member.email, 'recovery-code-used')).text).toContain('9 are left');

      await page.goto(`${security}authenticator/remove/`);
      await look(page, 'Remove the authenticator app');
      await press(page, 'Remove authenticator app');
      await expect(page.getByText('The authenticator app was removed.')).toBeVisible();
      await press(page, 'Sign out');
      await signIn(page, member.email);
      await look(page, 'Your account');
    });

    test('R41 the sessions page lists this device first and ends another at once', async ({ visit }) => {
      const member = await aMemberNow();
      const elsewhere = await visit({ javaScript });
      const third = await visit({ javaScript });
      for (const page of [elsewhere, third]) {
        await signIn(page, member.email);
        await look(page, 'Your account');
      }
      const page = await visit({ as: member, javaScript });
      await page.goto('/accounts/profile/sessions/');
      await look(page, 'Signed-in devices');
      const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
      await expect(rows).toHaveCount(3);
      await expect(rows.first()).toContainText('This device');
      await stale(member);
      await rows
        .nth(1)
        .getByRole('button', { name: /^Sign out/ })
        .click();
      await look(page, 'Confirm it is you');
      await confirm(page);
      await expect(rows).toHaveCount(3);
      await rows
        .nth(1)
        .getByRole('button', { name: /^Sign out/ })
        .click();
      await expect(page.getByText('The device is signed out.')).toBeVisible();
      await expect(rows).toHaveCount(2);
      expect((await third.request.get('/api/session/')).status()).toBe(401);
      expect((await elsewhere.request.get('/api/session/')).status()).toBe(200);
      await press(page, 'Sign out the other device');
      await expect(page.getByText('1 other device was signed out.')).toBeVisible();
      await look(page, 'Signed-in devices');
      expect((await elsewhere.request.get('/api/session/')).status()).toBe(401);
    });

    test('R33 an admin without a second step is warned, then told why the page stays closed', async ({ visit }) => {
      const admin = await aMemberNow();
      const { code } = await anOrganisation();
      const { id } = await joined(admin, code, 'admin');
      const page = await visit({ as: admin, javaScript });
      await page.goto(`/w/${code}/approvals/`);
      await expect(page.getByText(/Without one, you can no longer act as an admin from/)).toBeVisible();
      await look(page, 'Approvals');
      await whileResting(async long => {
        await db().membership.update({ where: { id }, data: { stateSince: long } });
        await page.goto(`/w/${code}/approvals/`);
        await look(page, 'Set up a second step first');
        await page.goto('/accounts/profile/');
        await expect(page.getByText('Your admin powers are resting')).toBeVisible();
      });
    });

    test('R33 every page of the platform team tells its admins whose powers rest so, and exists for nobody else', async ({
      visit,
    }) => {
      const [team, somebody] = [await aMemberNow({ platformAdmin: true }), await aMemberNow()];
      const page = await visit({ as: team, javaScript });
      const other = await visit({ as: somebody, javaScript });
      const one = `/admin/people/${somebody.userId}/`;
      const pages = ['/admin/people/', one, `${one}disable/`, `${one}factors/`, '/admin/requests/', '/admin/datasets/'];
      await page.goto('/admin/people/');
      await look(page, 'People');
      await whileResting(async long => {
        await db().user.update({ where: { id: team.userId }, data: { platformAdminSince: long } });
        for (const address of pages) {
          await page.goto(address);
          await expect(page, address).toHaveTitle(/^Set up a second step first – /);
          expect((await other.goto(address))?.status(), address).toBe(404);
        }
      });
    });
  });
}

/** As if the installation had asked for a second step for longer than the days of grace. */
async function whileResting(work: (long: Date) => Promise<void>) {
  const long = new Date(Date.now() - 15 * DAY);
  const where = { key: 'admin-factor' };
  const before = await db().setting.findUniqueOrThrow({ where });
  await db().setting.update({ where, data: { value: { from: long.toISOString() } } });
  try {
    await work(long);
  } finally {
    await db().setting.update({ where, data: { value: before.value ?? {} } });
  }
}

test('R42 a passkey is made, named, signs in alone and after the password, confirms, and is removed @narrow', async ({
  visit,
}) => {
  scripted = true;
  const member = await aMemberNow();
  const page = await visit({ as: member });
  const authenticator = await aVirtualAuthenticator(page);
  await page.goto(`${security}passkeys/new/`);
  await look(page, 'Add a passkey');
  await page.getByLabel('Name of the passkey').fill('Surgery laptop');
  await press(page, 'Make the passkey');
  await look(page, 'Keep your recovery codes');
  expect(await authenticator.credentials()).toHaveLength(1);
  await page.goto(security);
  await expect(page.getByRole('rowheader', { name: 'Surgery laptop' })).toBeVisible();
  await look(page, 'Security');
  await page.goto(`${security}passkeys/new/`);
  await press(page, 'Make the passkey');
  await expect(page.getByText('This device has a passkey for your account already.')).toBeVisible();

  await page.goto('/accounts/profile/');
  await press(page, 'Sign out');
  await press(page, 'Use a passkey');
  await look(page, 'Your account');

  await press(page, 'Sign out');
  await signIn(page, member.email);
  await look(page, 'Use your passkey');
  expect(await namesOf(page)).toEqual(['second-step']);
  await authenticator.refuse();
  await press(page, 'Continue with your passkey');
  await expect(page.getByText('The passkey was not used')).toBeVisible();
  await authenticator.recognise();
  await press(page, 'Continue with your passkey');
  await look(page, 'Your account');

  const [session] = await db().session.findMany({ where: { userId: member.userId }, orderBy: { createdAt: 'desc' } });
  await stale({ sessionId: session?.id ?? '' });
  await page.goto(security);
  await page.getByRole('link', { name: 'Rename or remove Surgery laptop' }).click();
  await look(page, 'Confirm it is you');
  await press(page, 'Use a passkey instead');
  await look(page, 'Your passkey');
  await page.getByLabel('Name').fill('Spare laptop');
  await press(page, 'Save name');
  await expect(page.getByText('The passkey is now called Spare laptop.')).toBeVisible();
  await page.getByRole('link', { name: 'Rename or remove Spare laptop' }).click();
  await page.getByRole('button', { name: /^Remove passkey/ }).click();
  await expect(page.getByText('A passkey was removed.')).toBeVisible();
  expect(await db().passkey.count({ where: { userId: member.userId } })).toBe(0);
  await press(page, 'Sign out');
  await press(page, 'Use a passkey');
  await expect(problem(page)).toContainText('The passkey was not accepted');
});
