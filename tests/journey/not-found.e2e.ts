import { db } from '@/lib/platform/db';
import { expect, test } from '../support/fixtures';
import { aPerson, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';

test('a click that leads to what is gone says so inside the page that was open', async ({ visit }) => {
  const [person, other] = [await aPerson({ now: new Date() }), await aPerson({ now: new Date() })];
  const { code } = await aRegisteredPractice();
  const { id } = await joined(person, code, 'member');
  await db().membership.update({ where: { id }, data: { state: 'pending', role: null } });
  const page = await visit({ as: person });
  const complaints: string[] = [];
  page.on('console', message => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto('/accounts/profile/');
  await page.evaluate(() => Object.assign(window, { stillTheSame: true }));
  await db().membership.update({ where: { id }, data: { userId: other.userId } });
  await page.getByRole('main').locator(`a[href="/accounts/profile/requests/${id}/"]`).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'This page cannot be found' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Account', exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/^This page cannot be found/);
  expect(await page.evaluate(() => 'stillTheSame' in window), 'without a new document').toBe(true);
  expect(complaints).toEqual([]);
});
