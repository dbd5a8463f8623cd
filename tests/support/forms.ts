import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';

export const password = 'purple tractor biscuit';

export const freshAddress = (name: string) => `${name}-${randomUUID().slice(0, 8)}@example.nhs.uk`;

/** Presses a button of the page itself, not of its header. */
export const press = (page: Page, button: string | RegExp) =>
  page
    .getByRole('main')
    .getByRole('button', { name: button, exact: typeof button === 'string' })
    .click();

/** Creates an account as a visitor does, up to the page that waits for the mail. */
export async function register(page: Page, { name, email }: { name: string; email: string }, next = '') {
  await page.goto(`/accounts/register/${next && `?next=${encodeURIComponent(next)}`}`);
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('Work email address').fill(email);
  await page.getByLabel('Create a password', { exact: true }).fill(password);
  await press(page, 'Create account');
  await page.waitForURL('**/accounts/verify/sent/');
}

/** Fills in the sign-in page that is open. */
export async function signIn(page: Page, email: string, typed = password) {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(typed);
  await press(page, 'Sign in');
}
