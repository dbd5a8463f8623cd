import { expect, type Page } from '@playwright/test';
import { db } from '@/lib/platform/db';
import { password, press } from './forms';

/** The last proof of who they are is an hour old. */
export const stale = ({ sessionId }: { sessionId: string }) =>
  db().session.update({ where: { id: sessionId }, data: { provedAt: new Date(Date.now() - 3_600_000) } });

/** Proves who is there on the page that asks. */
export async function confirm(page: Page) {
  await expect(page.getByRole('heading', { name: 'Confirm it is you' })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Confirm');
}

/** The same in the middle of something: back on the page, nothing has happened yet and it says so. */
export async function confirmInBetween(page: Page) {
  await confirm(page);
  await expect(page.getByText('Nothing was changed yet')).toBeVisible();
}
