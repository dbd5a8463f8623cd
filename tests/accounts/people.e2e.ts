import { db } from '@/lib/platform/db';
import { expect, test } from '../support/fixtures';
import '../support/installation';
import { press } from '../support/forms';
import { looksAt } from '../support/looks';
import { linkIn, mailTo } from '../support/outbox';
import { aPerson, guarded, stateOf } from '../support/people';
import { confirmInBetween, stale } from '../support/proof';
import { aMember } from './member';

async function staffAndPerson() {
  const staff = await aMember({ now: new Date(), platformAdmin: true });
  const person = await aPerson({ now: new Date(), name: 'Lena Lost' });
  await guarded(staff);
  await guarded(person);
  return { staff, person, at: `/admin/people/${person.userId}/` };
}

for (const javaScript of [true, false]) {
  test.describe(javaScript ? 'with JavaScript @narrow' : 'without JavaScript', () => {
    const looks = looksAt(javaScript);

    test('R41 R42 the platform team disables, enables and signs out somebody, after confirming who they are', async ({
      visit,
    }) => {
      const { staff, person, at } = await staffAndPerson();
      const page = await visit({ as: staff, javaScript });
      await page.goto('/admin/people/');
      await page.getByRole('searchbox').fill(person.email);
      await press(page, /Search|Apply|Show/);
      await page.getByRole('link', { name: 'Lena Lost' }).click();
      await expect(page.getByRole('heading', { name: 'Lena Lost', level: 1 })).toBeVisible();
      await looks(page, 'the person');

      await stale(staff);
      await press(page, 'Sign out everywhere');
      await confirmInBetween(page);
      expect(await db().session.count({ where: { userId: person.userId } })).toBe(1);
      await press(page, 'Sign out everywhere');
      await expect(page.getByText('1 device was signed out.')).toBeVisible();
      expect(await db().session.count({ where: { userId: person.userId } })).toBe(0);

      await page.getByRole('link', { name: /^Disable the account/ }).click();
      await press(page, 'Disable account');
      await expect(page).toHaveTitle(/^Error: /);
      await looks(page, 'without a reason');
      await page.getByLabel('Somebody else may have got into it').check();
      await stale(staff);
      await press(page, 'Disable account');
      await confirmInBetween(page);
      await expect(page.getByLabel('Somebody else may have got into it')).toBeChecked();
      await looks(page, 'back on the form');
      expect(await stateOf(person)).toBe('active');
      await press(page, 'Disable account');
      await expect(page.getByText('The account of Lena Lost is disabled.')).toBeVisible();
      expect(await stateOf(person)).toBe('disabled');
      expect((await mailTo(person.email, 'account-disabled')).text).toContain('Somebody else may have got into it');

      await press(page, 'Enable the account');
      await expect(page.getByText('Lena Lost can sign in again.')).toBeVisible();
      expect(await stateOf(person)).toBe('active');
      expect(page.url()).toContain(at);
    });

    test('R37 R42 a lost second factor: the evidence that was typed survives the confirmation; the mail stops it', async ({
      visit,
    }) => {
      const { staff, person, at } = await staffAndPerson();
      const evidence = 'Called back on the number of the practice.\nIts manager confirmed it.';
      const page = await visit({ as: staff, javaScript });
      await page.goto(at);
      await page.getByRole('link', { name: 'Help with a lost second factor' }).click();
      await page.getByLabel('How did you make sure who is asking?').fill(evidence);
      await stale(staff);
      await press(page, 'Plan the removal');
      await confirmInBetween(page);
      await expect(page.getByLabel('How did you make sure who is asking?')).toHaveValue(evidence);
      await press(page, 'Plan the removal');
      await expect(page.getByText('The second factors are removed on').first()).toBeVisible();
      await looks(page, 'planned');
      expect(await db().factorRemoval.count({ where: { userId: person.userId, stoppedAt: null } })).toBe(1);

      const owner = await visit({ javaScript });
      await owner.goto(linkIn(await mailTo(person.email, 'factor-removal'), '/accounts/stop-removal/'));
      await looks(owner, 'stopping it');
      await press(owner, 'Stop the removal');
      const planned = () => db().factorRemoval.count({ where: { userId: person.userId, stoppedAt: null } });
      await expect.poll(planned).toBe(0);
      await expect(owner.getByRole('heading', { level: 1 })).toHaveText('The removal is stopped');
      await looks(owner, 'stopped');
      expect(await db().passkey.count({ where: { userId: person.userId } })).toBe(1);
    });
  });
}
