import { aMember } from '../accounts/member';
import { expect, test } from '../support/fixtures';
import '../support/installation';
import { press } from '../support/forms';
import { looksAt } from '../support/looks';
import { mailTo } from '../support/outbox';
import { aPerson, guarded, joined } from '../support/people';
import { confirmInBetween, stale } from '../support/proof';
import { aRegisteredPractice } from '../support/register';
import { asksNow, standing } from './asking';

const now = () => new Date();

async function aPractice() {
  const practice = await aRegisteredPractice();
  const admin = await aMember({ now: now(), name: 'Anna Admin' });
  await guarded(admin);
  const member = await aPerson({ now: now(), name: 'Mary Member' });
  const own = await joined(admin, practice.code, 'admin');
  const theirs = await joined(member, practice.code, 'member');
  return { ...practice, admin, member, own: own.id, theirs: theirs.id };
}

const aRequest = async (code: string) => (await asksNow(code, 'Amir Asker')).id;

for (const javaScript of [true, false]) {
  test.describe(javaScript ? 'with JavaScript @narrow' : 'without JavaScript', () => {
    const looks = looksAt(javaScript);

    test('R12 R42 the last admin hands over: the choice survives the confirmation, and the colleague is told', async ({
      visit,
    }) => {
      const { code, name, admin, member, own, theirs } = await aPractice();
      const page = await visit({ as: admin, javaScript });
      await page.goto(`/w/${code}/members/leave/`);
      await press(page, `Leave ${name}`);
      await expect(page).toHaveTitle(/^Error: /);
      await looks(page, 'nobody chosen');
      await page.getByLabel('Mary Member').check();
      await stale(admin);
      await press(page, `Leave ${name}`);
      await confirmInBetween(page);
      await expect(page.getByLabel('Mary Member')).toBeChecked();
      await looks(page, 'back on the form');
      expect([await standing(own), await standing(theirs)]).toEqual(['admin', 'member']);
      await press(page, `Leave ${name}`);
      await expect(page.getByText(`You have left ${name}`)).toBeVisible();
      expect([await standing(own), await standing(theirs)]).toEqual(['left', 'admin']);
      await mailTo(member.email, 'role-changed');
    });

    test('R42 a colleague is made admin and member again, after confirming', async ({ visit }) => {
      const { code, admin, theirs } = await aPractice();
      const page = await visit({ as: admin, javaScript });
      await page.goto(`/w/${code}/members/`);
      await stale(admin);
      await press(page, /^Make admin/);
      await confirmInBetween(page);
      await looks(page, 'back on the list');
      expect(await standing(theirs)).toBe('member');
      await press(page, /^Make admin/);
      await expect(page.getByText('Mary Member is now an admin')).toBeVisible();
      expect(await standing(theirs)).toBe('admin');
      await press(page, /^Make member/);
      await expect(page.getByRole('button', { name: /^Make admin/ })).toBeVisible();
      expect(await standing(theirs)).toBe('member');
    });

    test('S10 a list that was narrowed stays narrowed: after a change of role, a removal and its undo', async ({
      visit,
    }) => {
      const { code, admin } = await aPractice();
      const page = await visit({ as: admin, javaScript });
      const narrowed = `/w/${code}/members/?q=mary`;
      const isNarrowed = async () => {
        expect(new URL(page.url()).search).toBe('?q=mary');
        await expect(page.getByRole('status').filter({ hasText: '1 of 2' })).toBeVisible();
      };
      await page.goto(narrowed);
      await press(page, /^Make admin/);
      await expect(page.getByText('Mary Member is now an admin')).toBeVisible();
      await isNarrowed();
      await page.getByRole('link', { name: 'Remove Mary Member' }).click();
      await page.getByLabel('They no longer work here').check();
      await press(page, 'Remove Mary Member');
      await expect(page.getByText('Mary Member was removed from')).toBeVisible();
      expect(new URL(page.url()).search).toBe('?q=mary');
      await press(page, /^Undo/);
      await isNarrowed();
      await press(page, /^Make member/);
      await expect(page.getByText('Mary Member is now a member')).toBeVisible();
      await isNarrowed();
    });

    test('R42 somebody is let in as an admin only after confirming; as a member without', async ({ visit }) => {
      const { code, admin } = await aPractice();
      const [first, second] = [await aRequest(code), await aRequest(code)];
      const page = await visit({ as: admin, javaScript });
      await stale(admin);
      await page.goto(`/w/${code}/approvals/`);
      await page
        .getByRole('button', { name: /as member/ })
        .first()
        .click();
      await expect(page.getByText('Amir Asker is now a member')).toBeVisible();
      await press(page, /as admin/);
      await confirmInBetween(page);
      const waiting = [await standing(first), await standing(second)];
      expect(waiting.sort()).toEqual(['member', 'pending']);
      await press(page, /as admin/);
      await expect(page.getByText('Amir Asker is now an admin')).toBeVisible();
    });

    test('R16 R42 the platform team names who authorised a first admin: what was typed survives the confirmation', async ({
      visit,
    }) => {
      const { code } = await aRegisteredPractice();
      const platform = await aMember({ now: now(), platformAdmin: true });
      await guarded(platform);
      const id = await aRequest(code);
      const page = await visit({ as: platform, javaScript });
      await page.goto(`/admin/requests/${id}/`);
      const typed = { 'Who authorised it': 'Dr Paula Partner', 'Their position there': 'GP partner' };
      for (const [label, value] of Object.entries(typed)) await page.getByLabel(label).fill(value);
      await page.getByLabel('How you checked it').fill('Called the number on the website');
      await stale(platform);
      await press(page, /^Approve as first admin/);
      await confirmInBetween(page);
      for (const [label, value] of Object.entries(typed)) await expect(page.getByLabel(label)).toHaveValue(value);
      expect(await standing(id)).toBe('pending');
      await press(page, /^Approve as first admin/);
      await expect(page.getByText('Amir Asker is now an admin')).toBeVisible();
      expect(await standing(id)).toBe('admin');
    });
  });
}
