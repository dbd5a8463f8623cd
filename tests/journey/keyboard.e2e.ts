import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { freshAddress, password } from '../support/forms';
import { follow, fromProblemTo, tabTo, type } from '../support/keyboard';
import { codeIn, mailTo } from '../support/outbox';
import { aRegisteredPractice } from '../support/register';

type Practice = Awaited<ReturnType<typeof aRegisteredPractice>>;

test('R65 the keyboard alone creates an account, asks for a practice and saves a preset', async ({ visit }) => {
  test.setTimeout(180_000);
  const practice = await aRegisteredPractice();
  const email = freshAddress('keyboard');
  const page = await visit();
  await page.goto('/tools/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' }), 'the first stop').toBeFocused();
  await page.keyboard.press('Enter');
  await test.step('creates an account', () => register(page, email));
  await test.step('confirms it by the code', () => confirm(page, email));
  await test.step('signs in', () => signIn(page));
  await test.step('asks for a practice', () => askFor(page, practice));
  await test.step('saves a preset', () => save(page, practice));
  await test.step('signs out', () => signOut(page));
});

async function register(page: Page, email: string) {
  await follow(page, page.getByRole('banner').getByRole('link', { name: 'Create an account' }));
  await type(page, page.getByLabel('Full name'), 'Kit Board');
  await type(page, page.getByLabel('Work email address'), email);
  await type(page, page.getByLabel('Create a password', { exact: true }), 'short');
  await page.keyboard.press('Enter');
  await fromProblemTo(page, '15 characters', page.getByLabel('Create a password', { exact: true }));
  await type(page, page.getByLabel('Create a password', { exact: true }), password);
  await follow(page, page.getByRole('main').getByRole('button', { name: 'Create account' }));
  await page.waitForURL('**/accounts/verify/sent/');
}

async function confirm(page: Page, email: string) {
  await type(page, page.getByLabel('6-digit code'), codeIn(await mailTo(email, 'confirm-address')));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
}

async function signIn(page: Page) {
  await follow(page, page.getByRole('main').getByRole('link', { name: 'Sign in' }));
  await type(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

async function askFor(page: Page, practice: Practice) {
  await follow(page, page.getByRole('main').getByRole('link', { name: 'Link a practice', exact: true }).first());
  const box = page.getByRole('combobox', { name: 'Practice name, ODS code or postcode' });
  await type(page, box, practice.code);
  const option = page.getByRole('option').filter({ hasText: practice.code });
  await expect(option).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/link-practice/${practice.code}/`);
  await tabTo(page, page.getByRole('radio').first());
  await page.keyboard.press('Space');
  await follow(page, page.getByRole('main').getByRole('button', { name: 'Request access' }));
  await page.waitForURL('**/accounts/profile/requests/**');
}

async function save(page: Page, practice: Practice) {
  await follow(page, page.getByRole('banner').getByRole('link', { name: 'Tools' }));
  await follow(page, page.getByRole('main').getByRole('link', { name: 'Practice overview' }).first());
  await type(page, page.getByRole('main').locator('input[type=search]'), practice.code);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(new RegExp(`Practice overview – ${practice.name}`));
  await follow(page, page.getByRole('link', { name: 'Save these settings' }));
  await type(page, page.getByLabel('Name', { exact: true }), 'Without a mouse');
  await follow(page, page.getByRole('main').getByRole('button', { name: 'Save' }));
  await expect(page.getByText('Saved as “Without a mouse”.')).toBeVisible();
}

async function signOut(page: Page) {
  await follow(page, page.getByRole('button', { name: 'Sign out' }));
  await expect(page.getByText('You are signed out.')).toBeVisible();
}
