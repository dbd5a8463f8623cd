import type { Page } from '@playwright/test';
import { db } from '@/lib/platform/db';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { press, signIn } from '../support/forms';
import { aMember, type Member } from './member';

const aMemberNow = () => aMember({ now: new Date() });
const warning = (page: Page) =>
  page.getByRole('alert').filter({ hasText: /You will be signed out at|Your session ends at/ });
const typed = (page: Page) => page.evaluate(() => sessionStorage.getItem('typed'));
const isBack = (page: Page) => page.getByText('What you typed is in the form again. Nothing was sent yet');
const endNow = ({ sessionId }: Member) => db().session.delete({ where: { id: sessionId } });

test('R39 five minutes before the session ends a page with a form says so, and lets it go on @narrow', async ({
  visit,
}) => {
  const page = await visit({ as: await aMemberNow() });
  await page.clock.install();
  await page.goto('/accounts/profile/name/');
  await page.getByLabel('Full name').fill('Half A Name');
  await page.clock.fastForward('11:54:00');
  await page.clock.runFor(11_000);
  await expect(warning(page)).toHaveCount(0);
  await page.clock.fastForward('01:00');
  await page.clock.runFor(11_000);
  await expect(warning(page)).toContainText('because you have not opened or sent anything');
  await expectAccessible(page, 'the warning');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(warning(page)).toHaveCount(0);
  await page.clock.fastForward('11:54:00');
  await page.clock.runFor(11_000);
  await expect(warning(page)).toHaveCount(0);
  await expect(page.getByLabel('Full name')).toHaveValue('Half A Name');
});

test('R39 a session that ends whatever is asked offers no button that could not keep its word', async ({ visit }) => {
  const member = await aMemberNow();
  const soon = new Date(Date.now() + 4 * 60_000);
  await db().session.update({ where: { id: member.sessionId }, data: { expires: soon } });
  const page = await visit({ as: member });
  await page.clock.install();
  await page.goto('/accounts/profile/name/');
  await page.clock.runFor(11_000);
  await expect(warning(page)).toContainText('Send what you typed before then');
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toHaveCount(0);
  await page.goto('/accounts/profile/');
  await page.clock.runFor(11_000);
  await expect(warning(page), 'without a form there is nothing to lose').toHaveCount(0);
});

test('R39 what was typed into a form sent too late is in it again after the sign-in, once @narrow', async ({
  visit,
}) => {
  const member = await aMemberNow();
  const page = await visit({ as: member });
  await page.goto('/accounts/profile/name/');
  await page.getByLabel('Full name').fill('Too Late');
  await endNow(member);
  await press(page, 'Save name');
  await expect(page.getByText('You were signed out while the page was open')).toBeVisible();
  await signIn(page, member.email);
  await expect(isBack(page)).toBeVisible();
  await expect(page.getByLabel('Full name')).toHaveValue('Too Late');
  await expect(page).toHaveURL(/\/accounts\/profile\/name\/$/);
  expect(await typed(page)).toBeNull();
  await press(page, 'Save name');
  await expect(page.getByText('Your name is now Too Late')).toBeVisible();
  await expect.poll(() => typed(page), 'the next page lets go of it').toBeNull();
  await page.goto('/accounts/profile/name/?typed');
  // The page's script has looked once the address is whole again.
  await expect(page).toHaveURL(/\/name\/$/);
  await expect(isBack(page)).toHaveCount(0);
});

test('R39 R64 what one person typed is not shown to the next one at the same desk', async ({ visit }) => {
  const [first, second] = [await aMemberNow(), await aMemberNow()];
  const page = await visit({ as: first });
  await page.goto('/accounts/profile/name/');
  await page.getByLabel('Full name').fill('Too Late');
  await endNow(first);
  await press(page, 'Save name');
  await signIn(page, second.email);
  await expect(page.getByRole('heading', { name: 'Change your name' })).toBeVisible();
  await expect.poll(() => typed(page), 'the page’s script has looked, and let go of it').toBeNull();
  await expect(page.getByLabel('Full name')).toHaveValue(second.name);
  await expect(isBack(page)).toHaveCount(0);
});

test('R39 R63 passwords and codes are never kept in the browser', async ({ visit }) => {
  const page = await visit({ as: await aMemberNow() });
  await page.goto('/accounts/profile/password/');
  await page.getByLabel('Current password').fill('a wrong password of mine');
  await page.getByLabel('New password', { exact: true }).fill('lantern otter meadow');
  await press(page, 'Save password');
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).toBe('{}');
  await page.goto('/accounts/profile/name/');
  await page.getByLabel('Full name').fill('Kept On The Way');
  const [kept] = await Promise.all([
    page.evaluate(
      () => new Promise(seen => document.addEventListener('submit', () => seen(sessionStorage.getItem('typed')))),
    ),
    press(page, 'Save name'),
  ]);
  expect(kept, 'the control: a name is kept while it is on its way').toContain('Kept On The Way');
});
