import { readFile } from 'node:fs/promises';
import { test as plain } from '@playwright/test';
import { unreadableNotice } from '../support/failing';
import { cookiesOf, expect, test } from '../support/fixtures';
import { client } from '../support/http';
import { origin } from '../support/installation';
import { aPerson } from '../support/people';

const title = 'There is a problem with the service';

for (const javaScript of [true, false]) {
  test(`R62 a page that fails says so whole, with a reference that the log knows, and works again, JavaScript ${javaScript ? 'on' : 'off'} @narrow`, async ({
    visit,
  }) => {
    const person = await aPerson({ now: new Date() });
    await unreadableNotice(person);
    const page = await visit({ as: person, javaScript });
    const answer = await page.goto('/accounts/profile/');
    expect(answer?.status()).toBe(500);
    await expect(page).toHaveTitle(new RegExp(`^${title} – `));
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Account', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'write to us' })).toHaveAttribute('href', '/help/');
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    // It looks like ours: its style was not taken away with its scripts.
    expect(await page.locator('h1').evaluate(heading => getComputedStyle(heading).fontFamily)).not.toContain('Times');

    const reference =
      /^Reference: ([0-9a-f]{8})$/.exec(await page.getByText(/^Reference: /).innerText())?.[1] ?? 'none';
    const file = process.env.SERVER_LOG;
    if (!file) throw new Error('SERVER_LOG says where the log of the server is: tests/README.md');
    await expect.poll(() => readFile(file, 'utf8')).toContain(`"reference":"${reference}","path":"/accounts/profile/"`);

    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  });
}

// The browser says in its console that a part of the page failed, so this one is not asked to be calm.
plain(
  'R62 a click that leads to a failing page says so inside the page that stands, and trying again helps',
  async ({ page }) => {
    const person = await aPerson({ now: new Date() });
    await page.context().addCookies(cookiesOf(origin, { as: person }));
    await page.goto('/accounts/profile/sessions/');
    await unreadableNotice(person);
    await page.getByRole('main').getByRole('link', { name: 'Your account' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('banner').getByRole('button', { name: 'Sign out' })).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  },
);

test('R60 the page that stands for a failed one allows no scripts and is not stored', async () => {
  const person = await aPerson({ now: new Date() });
  await unreadableNotice(person);
  const answer = await client(person).ask('/accounts/profile/');
  expect(answer.status).toBe(500);
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'");
  expect(await answer.text()).not.toMatch(/<script/);
});
