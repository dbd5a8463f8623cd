import type { Page } from '@playwright/test';
import { cookies as listed } from '@/app/(public)/cookie-policy/words';
import { db } from '@/lib/platform/db';
import { withApp } from '../accounts/factors';
import { aMember } from '../accounts/member';
import { expect, test } from '../support/fixtures';
import { freshAddress, press, register, signIn } from '../support/forms';
import { joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';

/** Somebody of a practice of their own, which is their workspace. */
async function somebody(name: string) {
  const member = await aMember({ now: new Date(), name });
  const practice = await aRegisteredPractice();
  const { id } = await joined(member, practice.code, 'member');
  return { ...member, practice, workspace: id };
}

const says = async (page: Page) => (await page.locator('body').innerText()).replace(/\s+/g, ' ');

/** What a browser keeps beside its cookies. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

test('R43 after signing out, nothing private comes back by the Back button, and the server answers nobody', async ({
  visit,
}) => {
  const asha = await somebody('Asha Private');
  const page = await visit({ as: asha, workspace: asha.workspace });
  for (const address of ['/accounts/profile/', '/accounts/profile/sessions/', '/workspaces/']) await page.goto(address);
  await page.goto('/accounts/profile/');
  expect(await says(page)).toContain('Asha Private');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  for (let step = 0; step < 4; step++) {
    await page.goBack();
    await page.waitForLoadState('networkidle');
    const shown = await says(page);
    for (const word of ['Asha Private', asha.email, asha.practice.name]) expect(shown).not.toContain(word);
  }
  expect(await kept(page)).toEqual({ local: [], session: [], caches: [], databases: 0, workers: 0 });
});

test('R43 R46 signing in over somebody else’s session replaces it wholly, also in what the browser had fetched', async ({
  visit,
}) => {
  const [asha, bala] = [await somebody('Asha First'), await somebody('Bala Second')];
  const page = await visit({ as: asha, workspace: asha.workspace });
  // The tools are written before anybody asks: the header fetches who is there.
  await page.goto('/tools/');
  await expect(page.getByText(asha.practice.name).first()).toBeVisible();
  await page.goto('/accounts/profile/');
  await page.goto('/accounts/login/?next=/accounts/profile/');
  await expect(page.getByText(asha.email)).toBeVisible();
  await signIn(page, bala.email);
  await expect(page.getByText('Bala Second').first()).toBeVisible();
  expect(await db().session.count({ where: { id: asha.sessionId } })).toBe(0);
  // On by the links of the page, as people go, and back.
  await page.getByRole('link', { name: 'Tools', exact: true }).first().click();
  await page.waitForURL('**/tools/');
  const words = ['Asha First', asha.email, asha.practice.name];
  for (const word of words) expect(await says(page)).not.toContain(word);
  for (let step = 0; step < 3; step++) {
    await page.goBack();
    await page.waitForLoadState('networkidle');
    for (const word of words) expect(await says(page)).not.toContain(word);
  }
});

test('R46 switching the workspace leaves nothing of the one before in pages that are opened next', async ({
  visit,
}) => {
  const asha = await somebody('Asha Twice');
  const other = await aRegisteredPractice();
  await joined(asha, other.code, 'member');
  const page = await visit({ as: asha, workspace: asha.workspace });
  await page.goto('/tools/');
  await expect(page.locator('header').getByText(asha.practice.name).first()).toBeVisible();
  await page.goto('/workspaces/');
  await press(page, new RegExp(other.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  await expect(page.getByText(`You are now working as ${other.named}`)).toBeVisible();
  await page.getByRole('link', { name: 'Tools', exact: true }).first().click();
  await page.waitForURL('**/tools/');
  await expect(page.locator('header').getByText(other.name).first()).toBeVisible();
  await expect(page.locator('header').getByText(asha.practice.name, { exact: true })).toHaveCount(0);
});

test('R64 each cookie of a walk through the account is in the cookie policy; nothing else is kept in the browser', async ({
  visit,
}) => {
  const page = await visit();
  const seen = new Set<string>();
  const look = async () => {
    for (const { name } of await page.context().cookies()) seen.add(name);
    expect(await kept(page)).toEqual({ local: [], session: [], caches: [], databases: 0, workers: 0 });
  };
  await register(page, { name: 'Wanda Walk', email: freshAddress('walk') });
  await look();
  await page.goto('/accounts/password-reset/');
  await page.getByLabel('Email address').fill(freshAddress('walk'));
  await press(page, 'Send the link');
  await page.waitForURL('**/accounts/password-reset/sent/');
  await page.goto('/accounts/verify/?token=nothing');
  await look();
  const guarded = await withApp(await aMember({ now: new Date() }));
  await page.goto('/accounts/login/');
  await signIn(page, guarded.email);
  await page.waitForURL('**/accounts/login/code/');
  await look();
  await page.goto('/accounts/login/recovery/');
  await page.getByLabel('Recovery code').fill(guarded.codes[0] ?? '');
  await press(page, 'Sign in');
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
  await look();
  const names = listed.map(({ name }) => name);
  expect(seen.size).toBeGreaterThan(4);
  expect([...seen].filter(name => !names.includes(name))).toEqual([]);
  await page.goto('/cookie-policy/');
  for (const name of seen) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
});

test('R29 A1 every password and code can be pasted, is one field, and tells password managers what it is', async ({
  visit,
}) => {
  const guarded = await withApp(await aMember({ now: new Date() }));
  const page = await visit({ as: guarded });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const paste = async (label: string, text: string) => {
    await page.evaluate(words => navigator.clipboard.writeText(words), text);
    const field = page.getByLabel(label, { exact: true });
    await field.focus();
    await page.keyboard.press('Control+V');
    await expect(field).toHaveValue(text);
    return field;
  };
  const three = 'purple tractor biscuit with spaces';
  await page.goto('/accounts/profile/password/');
  await expect(await paste('Current password', three)).toHaveAttribute('autocomplete', 'current-password');
  await expect(await paste('New password', three)).toHaveAttribute('autocomplete', 'new-password');
  await page.goto('/accounts/confirm/?next=/accounts/profile/');
  await expect(await paste('Password', three)).toHaveAttribute('autocomplete', 'current-password');
  await expect(page.locator('input[autocomplete=username]')).toHaveValue(guarded.email);
  await page.goto('/accounts/confirm/?next=/accounts/profile/&by=code');
  await expect(await paste('6-digit code', '123 456')).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(page.locator('input[autocomplete=one-time-code]')).toHaveCount(1);

  await page.context().clearCookies();
  await page.goto('/accounts/register/');
  await expect(page.getByLabel('Full name')).toHaveAttribute('autocomplete', 'name');
  await expect(page.getByLabel('Work email address')).toHaveAttribute('autocomplete', 'email');
  await expect(await paste('Create a password', three)).toHaveAttribute('autocomplete', 'new-password');
  await page.goto('/accounts/login/');
  await expect(page.getByLabel('Email address')).toHaveAttribute('autocomplete', 'username');
  await expect(await paste('Password', three)).toHaveAttribute('autocomplete', 'current-password');
  await expect(page.locator('input[maxlength], input[pattern]')).toHaveCount(0);
});
