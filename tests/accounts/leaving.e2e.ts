import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { freshAddress, password, press, register, signIn } from '../support/forms';
import { mailTo } from '../support/outbox';

let scripted = true;

/** One title, no sideways scrolling, nothing for axe to find (which needs scripts; the HTML is the same without). */
async function look(page: Page, title: string) {
  await expect(page).toHaveTitle(new RegExp(`^${title} – `));
  await expect(page.locator('title')).toHaveCount(1);
  if (scripted) await expectAccessible(page, title);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
  const folder = process.env.SHOTS;
  const name = `${title.replace(/\W+/g, '-')}-${window}-${scripted ? 'js' : 'plain'}`;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function signedIn(page: Page, email: string) {
  await register(page, { name: 'Bala Green', email });
  const code = (await mailTo(email, 'confirm-address')).text.match(/\d{3} ?\d{3}(?=\n)/)?.[0] ?? '';
  await page.getByLabel('6-digit code').fill(code);
  await press(page, 'Confirm');
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  await page.goto('/accounts/login/?next=/accounts/profile/');
  await signIn(page, email);
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
}

const linkIn = async (address: string, kind: string) =>
  (await mailTo(address, kind)).text.match(/http\S+token=[\w-]+/)?.[0] ?? '';

/** What a mail scanner does: it may read a link as often as it likes. */
async function scan(context: BrowserContext, link: string) {
  for (let i = 0; i < 3; i++) await context.request.get(link);
  await context.request.head(link);
}

const heading = (page: Page, name: string) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'} @narrow`, () => {
    test.use({ javaScriptEnabled });
    test.beforeEach(() => {
      scripted = javaScriptEnabled;
    });

    test('R19 R24 the address is changed by its new owner’s press, and put back by the old one’s', async ({
      page,
      context,
    }) => {
      const [old, wanted] = [freshAddress('bala'), freshAddress('bala-new')];
      await signedIn(page, old);
      await page.getByRole('link', { name: 'Change email' }).click();
      await look(page, 'Change your email address');
      await page.getByLabel('New email address').fill('not an address');
      await press(page, 'Send the email');
      await look(page, 'Error: Change your email address');
      await page.getByLabel('New email address').fill(wanted);
      await press(page, 'Send the email');
      await heading(page, 'Confirm your new address');
      await look(page, 'Confirm your new address');
      await page.goto('/accounts/profile/');
      await expect(page.getByText('Waiting for confirmation:')).toBeVisible();
      await look(page, 'Your account');

      const link = await linkIn(wanted, 'confirm-new-address');
      await scan(context, link);
      await page.goto(link);
      expect(page.url()).not.toContain('token');
      await press(page, 'Confirm this address');
      await heading(page, 'Your address is changed');
      await look(page, 'Your address is changed');
      expect((await (await context.request.get('/api/session/')).json()).user.email).toBe(wanted);

      const undo = await linkIn(old, 'address-changed');
      await scan(context, undo);
      expect((await context.request.get('/api/session/')).status()).toBe(200);
      await page.goto(undo);
      await look(page, 'Put your address back');
      await press(page, 'Put this address back');
      await heading(page, 'Choose a new password');
      expect((await context.request.get('/api/session/')).status()).toBe(401);
      await page.getByLabel('New password').fill('lantern otter meadow');
      await press(page, 'Save password');
      await signIn(page, old, 'lantern otter meadow');
      await heading(page, 'Your account');
    });

    test('R63 R08 everything about the person is downloaded by them alone', async ({ page, context, browser }) => {
      const email = freshAddress('bala');
      await signedIn(page, email);
      await page.getByRole('link', { name: 'Export my data' }).click();
      await look(page, 'Export my data');
      await press(page, 'Make the file');
      await heading(page, 'Your data is ready');
      await look(page, 'Your data is ready');
      const href = (await page.getByRole('link', { name: 'Download the file' }).getAttribute('href')) ?? '';
      const file = await context.request.get(href);
      expect(file.status()).toBe(200);
      expect(file.headers()).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/zip' });
      expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="my-data-[\d-]+\.zip"$/);
      expect((await file.body()).subarray(0, 2).toString()).toBe('PK');
      await mailTo(email, 'export-ready');
      const stranger = await browser.newContext();
      const asked = await stranger.request.get(href, { maxRedirects: 0 });
      expect([asked.status(), asked.headers()['content-type'] === 'application/zip']).toEqual([307, false]);
      await stranger.close();
    });

    test('R63 an account is closed, taken back by a sign-in, closed again, and taken back by the mail', async ({
      page,
      context,
    }) => {
      const email = freshAddress('bala');
      await signedIn(page, email);
      const close = async () => {
        await page.goto('/accounts/profile/delete/');
        await look(page, 'Delete your account');
        await press(page, 'Continue');
        await heading(page, 'Delete your account: are you sure?');
        await page.getByLabel('Type your email address').fill('other@example.nhs.uk');
        await page.getByLabel('Your password', { exact: true }).fill(password);
        await press(page, 'Delete account');
        await look(page, 'Error: Delete your account: are you sure\\?');
        await page.getByLabel('Type your email address').fill(email);
        await page.getByLabel('Your password', { exact: true }).fill(password);
        await press(page, 'Delete account');
        await heading(page, 'Your account is closed');
        await look(page, 'Your account is closed');
        expect((await context.request.get('/api/session/')).status()).toBe(401);
      };
      await close();
      const first = await linkIn(email, 'account-closed');
      await page.goto('/accounts/login/?next=/accounts/profile/');
      await signIn(page, email);
      await heading(page, 'Take your account back');
      await look(page, 'Take your account back');
      await press(page, 'Keep my account');
      await heading(page, 'You have your account back');
      await look(page, 'You have your account back');
      expect((await context.request.get('/api/session/')).status()).toBe(401);
      await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
      await signIn(page, email);
      await heading(page, 'Your account');

      await close();
      await expect.poll(() => linkIn(email, 'account-closed')).not.toBe(first);
      await page.goto(first);
      await heading(page, 'The link no longer works');
      const link = await linkIn(email, 'account-closed');
      await scan(context, link);
      await page.goto(link);
      await press(page, 'Keep my account');
      await heading(page, 'You have your account back');
    });

    test('R03 the people of the platform do not exist for anybody else', async ({ page }) => {
      await signedIn(page, freshAddress('bala'));
      for (const address of ['/admin/people/', '/admin/people/00000000-0000-4000-8000-000000000000/']) {
        expect((await page.goto(address))?.status()).toBe(404);
      }
    });
  });
}

test('R64 links that were cut off by a mail program say so and change nothing', async ({ page }) => {
  scripted = true;
  for (const path of ['profile/email/open', 'profile/email/undo', 'restore', 'stop-removal']) {
    await page.goto(`/accounts/${path}/?token=cut-off`);
    await look(page, 'The link may be incomplete');
  }
});
