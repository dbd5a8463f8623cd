import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { codeIn, linkIn, mailTo } from '../support/outbox';

let scripted = true;
test.afterEach(() => {
  scripted = true;
});

const password = 'purple tractor biscuit';
const fresh = () => `asha.${Math.random().toString(36).slice(2, 9)}@elmgreen.example`;

async function look(page: Page, title: string) {
  await expect(page).toHaveTitle(new RegExp(`^${title} – `));
  await expect(page.locator('title')).toHaveCount(1);
  // axe asks its questions with timers, which a page without JavaScript does not run; its HTML is the same.
  if (scripted) await expectAccessible(page, title);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
}

async function createAccount(page: Page, email: string, next = '') {
  await page.goto(`/accounts/register/${next && `?next=${encodeURIComponent(next)}`}`);
  await page.getByLabel('Full name').fill('Asha Patel');
  await page.getByLabel('Work email address').fill(email);
  await page.getByLabel('Create a password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/accounts/verify/sent/');
}

async function signIn(page: Page, email: string, typed = password) {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const problem = (page: Page) => page.getByRole('alert', { name: 'There is a problem' });

const cookieNames = async (context: BrowserContext) => (await context.cookies()).map(cookie => cookie.name).sort();

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'} @narrow`, () => {
    test.use({ javaScriptEnabled });
    test.beforeEach(() => {
      scripted = javaScriptEnabled;
    });

    test('R19 R22 R26 R38 R39 an account from registration to the end of its session', async ({ page, context }) => {
      const email = fresh();
      await page.goto('/accounts/register/');
      await look(page, 'Create an account');
      await page.getByLabel('Full name').fill('Asha Patel');
      await page.getByLabel('Work email address').fill(email);
      await page.getByLabel('Create a password').fill('too short');
      await page.getByRole('button', { name: 'Create account' }).click();
      await expect(problem(page)).toContainText('Password must be 15 characters or more');
      await expect(page.getByLabel('Work email address')).toHaveValue(email);
      await look(page, 'Error: Create an account');

      await createAccount(page, email, '/accounts/profile/name/');
      await expect(page.getByText(email)).toBeVisible();
      await look(page, 'Check your email');
      await page.getByLabel('6-digit code').fill('12');
      await page.getByRole('button', { name: 'Confirm' }).click();
      await look(page, 'Error: Check your email');

      const mail = await mailTo(email, 'confirm-address');
      const link = mail.text.match(/http\S+token=[\w-]+/)?.[0] ?? '';
      const first = await context.request.get(link, { maxRedirects: 0 });
      expect([first.status(), first.headers().location, first.headers()['referrer-policy']]).toEqual([
        303,
        '/accounts/verify/confirm/',
        'no-referrer',
      ]);
      await context.request.head(link);
      await page.goto(link);
      expect(page.url()).not.toContain('token');
      await look(page, 'Confirm your email address');
      await page.getByRole('button', { name: 'Confirm this address' }).click();
      await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
      await look(page, 'Your address is confirmed');
      expect(await cookieNames(context)).toEqual(['mailed-link', 'pending-registration']);

      await page.getByRole('link', { name: 'Sign in', exact: true }).last().click();
      await expect(page.getByLabel('Email address')).toHaveValue(email);
      await look(page, 'Sign in');
      await signIn(page, email, 'purple tractor wrong');
      await expect(problem(page)).toContainText('Email or password is not right');
      await expect(page.getByLabel('Email address')).toHaveValue(email);
      await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
      await look(page, 'Error: Sign in');
      await signIn(page, email);
      await expect(page.getByRole('heading', { name: 'Change your name' })).toBeVisible();
      await look(page, 'Change your name');
      await page.getByLabel('Full name').fill('Asha K. Patel');
      await page.getByRole('button', { name: 'Save name' }).click();
      await expect(page.getByText('Your name is now Asha K. Patel.')).toBeVisible();
      await look(page, 'Your account');

      const replay = await context.cookies();
      const session = replay.find(cookie => cookie.name === 'session');
      expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 });
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByText('You are signed out.')).toBeVisible();
      expect(await cookieNames(context)).toEqual([]);
      await context.addCookies(replay);
      expect((await context.request.get('/api/session/')).status()).toBe(401);
      await page.goto('/accounts/profile/');
      await look(page, 'Sign in');
    });

    test('R32 a forgotten password is replaced, and the session of the old one is over', async ({
      page,
      context,
      browser,
    }) => {
      const email = fresh();
      await createAccount(page, email);
      const code = (await mailTo(email, 'confirm-address')).text.match(/\d{3} ?\d{3}(?=\n)/)?.[0] ?? '';
      await page.getByLabel('6-digit code').fill(code);
      await page.getByRole('button', { name: 'Confirm' }).click();
      await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
      await page.goto('/accounts/login/');
      await signIn(page, email);
      await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();

      const elsewhere = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await elsewhere.goto('/accounts/password-reset/');
      await elsewhere.getByLabel('Email address').fill(email);
      await elsewhere.getByRole('button', { name: 'Send the link' }).click();
      await expect(elsewhere.getByText(`If there is an account for ${email}`)).toBeVisible();
      await look(elsewhere, 'Check your email for the link');
      const mail = await mailTo(email, 'reset-password');
      const link = linkIn(mail, 'token=');
      // The link, or the code for who reads mail on another device: both lead to the same page.
      if (javaScriptEnabled) {
        await elsewhere.goto(link);
        expect(elsewhere.url()).not.toContain('token');
      } else {
        await elsewhere.getByLabel('6-digit code').fill(codeIn(mail) === '000000' ? '111111' : '000000');
        await elsewhere.getByRole('button', { name: 'Continue' }).click();
        await expect(problem(elsewhere)).toContainText('That code is not right or has expired');
        await look(elsewhere, 'Error: Check your email for the link');
        await elsewhere.getByLabel('6-digit code').fill(codeIn(mail));
        await elsewhere.getByRole('button', { name: 'Continue' }).click();
      }
      await look(elsewhere, 'Choose a new password');
      await elsewhere.getByLabel('New password').fill('asha patel lantern otter');
      await elsewhere.getByRole('button', { name: 'Save password' }).click();
      await expect(problem(elsewhere)).toContainText('Password must not contain your name');
      await elsewhere.getByLabel('New password').fill('lantern otter meadow');
      await elsewhere.getByRole('button', { name: 'Save password' }).click();
      await expect(elsewhere.getByText('Your password is changed')).toBeVisible();
      expect((await context.request.get('/api/session/')).status()).toBe(401);
      await signIn(elsewhere, email, 'lantern otter meadow');
      await expect(elsewhere.getByRole('heading', { name: 'Your account' })).toBeVisible();
      await mailTo(email, 'password-changed');
      await elsewhere.goto(link);
      const over = javaScriptEnabled ? 'The link was used already' : 'The link was replaced';
      await expect(elsewhere.getByRole('heading', { name: over })).toBeVisible();
      await elsewhere.context().close();
    });
  });
}

test('R18 the form answers a known and an unknown address alike', async ({ browser, baseURL }) => {
  const known = fresh();
  const answers = [];
  for (const email of [known, known.replace('asha', 'ania')]) {
    for (const time of [1, 2]) {
      const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
      const page = await context.newPage();
      await createAccount(page, email);
      const body = (await page.locator('main').innerText()).replaceAll(email, 'ADDRESS').replace(/\d\d:\d\d/g, 'TIME');
      const cookies = (await context.cookies()).map(({ name, value, httpOnly }) => [name, value.length, httpOnly]);
      if (time === 2) answers.push({ body, cookies });
      await context.close();
    }
    if (email === known) await mailTo(known, 'confirm-address');
  }
  expect(answers[0]).toEqual(answers[1]);
});

test('a slip in the address is offered while the form is filled in, and taken by keyboard', async ({ page }) => {
  await page.goto('/accounts/register/');
  const email = page.getByLabel('Work email address');
  await email.fill('asha.patel@gmial.com');
  await page.keyboard.press('Tab');
  const offer = page.getByRole('button', { name: 'asha.patel@gmail.com' });
  await expect(offer).toBeVisible();
  await look(page, 'Create an account');
  await offer.focus();
  await page.keyboard.press('Enter');
  await expect(email).toHaveValue('asha.patel@gmail.com');
  await expect(email).toBeFocused();
  await expect(offer).toHaveCount(0);
  await email.fill('asha.patel@elmgreen.nhs.uk');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Did you mean')).toHaveCount(0);
});

test('a slip in the address is offered as a suggestion, and the registration can be withdrawn', async ({ page }) => {
  const slip = `asha.${Date.now()}@nhs.ent`;
  await createAccount(page, slip);
  await look(page, 'Check your email');
  await page.getByRole('button', { name: `Use ${slip.replace('ent', 'net')}` }).click();
  await expect(page.getByText(`We sent a new email to ${slip.replace('ent', 'net')}`)).toBeVisible();
  await page.getByText('Not arrived?').click();
  await expect(page.getByText(/You can send another at \d\d:\d\d/)).toBeVisible();
  await page.getByRole('link', { name: 'Delete this registration' }).click();
  await look(page, 'Delete this registration');
  await page.getByRole('button', { name: 'Delete registration' }).click();
  await expect(page.getByText('The registration is deleted.')).toBeVisible();
  await page.goto('/accounts/verify/sent/');
  await look(page, 'No account is waiting here');
});

test('R61 the sign-in page leads to no other site', async ({ page }) => {
  // By password and by passkey.
  const leadsTo = async (next: string, target: string) => {
    await page.goto(`/accounts/login/?next=${encodeURIComponent(next)}`);
    const ways = page.locator('input[name=next]');
    await expect(ways.first()).toHaveValue(target);
    for (const way of await ways.all()) await expect(way).toHaveValue(target);
  };
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/%2F%2Fevil.example']) {
    await leadsTo(next, '/accounts/profile/');
  }
  await leadsTo('/tools/?topic=access', '/tools/?topic=access');
});
