import { approve } from '@/lib/memberships/commands/approve';
import { remove } from '@/lib/memberships/commands/remove';
import { withdraw } from '@/lib/memberships/commands/withdraw';
import { db } from '@/lib/platform/db';
import { aMember } from '../accounts/member';
import { expect, test } from '../support/fixtures';
import { press } from '../support/forms';
import { looksAt } from '../support/looks';
import { linkIn, mailTo } from '../support/outbox';
import { anOrganisation, guarded, joined } from '../support/people';
import { asksNow } from './asking';

const now = () => new Date();

/** A practice with two admins, and somebody who asks. */
async function aPracticeWithTwoAdmins() {
  const { code, displayName: name } = await anOrganisation();
  const [admin, colleague] = [
    await aMember({ now: now(), name: 'Anna Admin' }),
    await aMember({ now: now(), name: 'Carla Colleague' }),
  ];
  const rows: string[] = [];
  for (const person of [admin, colleague]) {
    await guarded(person);
    rows.push((await joined(person, code, 'admin')).id);
  }
  const { person: asker, id } = await asksNow(code, 'Amir Asker');
  return { code, name, admin, own: rows[0] ?? '', colleague, asker, id };
}

const decisions = (membershipId: string) =>
  db().membershipEvent.findMany({
    where: { membershipId, operation: { in: ['approve', 'reject', 'withdraw', 'ask-for-more', 'add-message'] } },
    select: { operation: true },
  });

const approvedBy = (viewer: Parameters<typeof approve>[0], id: string) => approve(viewer, { id, role: 'member' });

for (const javaScript of [true, false]) {
  test.describe(`${javaScript ? 'with' : 'without'} JavaScript @narrow`, () => {
    const looks = looksAt(javaScript);

    test('R10 a colleague decides while the page of an admin is open: they read who and when, and nothing is decided twice', async ({
      visit,
    }) => {
      const { code, admin, colleague, id } = await aPracticeWithTwoAdmins();
      const page = await visit({ as: admin, javaScript });
      const saysWho = async () => {
        await expect(
          page.getByText(/This was already decided: approved by Carla Colleague, \d+ \w+ \d{4}, \d\d:\d\d/),
        ).toBeVisible();
        await expect(page.getByText('Your decision was not saved.')).toBeVisible();
      };
      const tabs = {
        one: `/w/${code}/approvals/${id}/`,
        reject: `/w/${code}/approvals/${id}/reject/`,
        ask: `/w/${code}/approvals/${id}/ask/`,
      };
      await page.goto(tabs.one);
      const [rejecting, asking] = [await page.context().newPage(), await page.context().newPage()];
      await rejecting.goto(tabs.reject);
      await asking.goto(tabs.ask);
      expect((await approvedBy(colleague, id)).ok).toBe(true);
      await press(page, /^Approve as member/);
      await saysWho();
      await looks(page, 'decided meanwhile');
      await rejecting.getByLabel('We do not know this person').check();
      await press(rejecting, 'Reject this request');
      await expect(rejecting.getByText('approved by Carla Colleague')).toBeVisible();
      await asking.getByLabel('What do you want to know?').fill('Who are you?');
      await press(asking, 'Send the question');
      await expect(asking.getByText('approved by Carla Colleague')).toBeVisible();
      // Opened again, the request's page and the one that rejects say the same.
      for (const address of [tabs.one, tabs.reject]) {
        await page.goto(address);
        await expect(page.getByText('Approved as a member by Carla Colleague')).toBeVisible();
      }
      expect(await decisions(id)).toEqual([{ operation: 'approve' }]);
    });

    test('R09 the person withdraws while the link of the mail is open: the admin reads so, and nobody is let in', async ({
      visit,
    }) => {
      const { admin, asker, code, id } = await aPracticeWithTwoAdmins();
      const page = await visit({ as: admin, javaScript });
      await page.goto(linkIn(await mailTo(admin.email, 'request-waiting'), `/w/${code}/approvals/`));
      expect((await withdraw(asker, { id })).ok).toBe(true);
      await press(page, /^Approve as member/);
      await expect(page.getByText('The person has withdrawn this request')).toBeVisible();
      await page.goto(`/w/${code}/approvals/${id}/`);
      await expect(page.getByText('Amir Asker withdrew the request')).toBeVisible();
      expect(await decisions(id)).toEqual([{ operation: 'withdraw' }]);
    });

    test('R10 R16 an admin decides late while the platform team has the request open: they read who and when', async ({
      visit,
    }) => {
      const { colleague, id } = await aPracticeWithTwoAdmins();
      const tenDaysAgo = new Date(Date.now() - 10 * 86_400_000);
      // The clocks have been there: otherwise they come during the test and write to everybody.
      const late = { requestedAt: tenDaysAgo, remindedAt: now(), escalatedAt: now() };
      await db().membership.update({ where: { id }, data: late });
      const platform = await aMember({ now: now(), name: 'Petra Platform', platformAdmin: true });
      await guarded(platform);
      const page = await visit({ as: platform, javaScript });
      await page.goto(`/admin/requests/${id}/`);
      const rejecting = await page.context().newPage();
      await rejecting.goto(`/admin/requests/${id}/reject/`);
      expect((await approvedBy(colleague, id)).ok).toBe(true);
      await page.getByLabel('Who authorised it').fill('Dr Paula Partner');
      await page.getByLabel('Their position there').fill('GP partner');
      await page.getByLabel('How you checked it').fill('Called the number on the website');
      const saysWho = async (tab: typeof page) => {
        await expect(tab.getByText('This was already decided: approved by Carla Colleague')).toBeVisible();
        await expect(tab.getByText('Approved as a member by Carla Colleague').first()).toBeVisible();
      };
      // One tab after the other, as a person would: what is said next belongs to the session.
      await press(page, /^Approve as admin/);
      await saysWho(page);
      await rejecting.getByLabel('We do not know this person').check();
      await press(rejecting, 'Reject this request');
      await saysWho(rejecting);
      expect(await decisions(id)).toEqual([{ operation: 'approve' }]);
    });

    test('R01 an admin who is removed while an approval is open decides nothing, and sees nothing any more', async ({
      visit,
    }) => {
      const { admin, own, colleague, code, id } = await aPracticeWithTwoAdmins();
      const page = await visit({ as: admin, javaScript });
      await page.goto(`/w/${code}/approvals/${id}/`);
      await expect(page.getByRole('button', { name: /^Approve as member/ })).toBeVisible();
      expect((await remove(colleague, { id: own, reason: 'Left' })).ok).toBe(true);
      await press(page, /^Approve as member/);
      await expect(page.getByText('This page cannot be found').first()).toBeVisible();
      await expect(page.locator('body')).not.toContainText('Amir Asker');
      expect((await page.goto(`/w/${code}/approvals/${id}/`))?.status()).toBe(404);
      expect(await decisions(id)).toEqual([]);
      expect((await approvedBy(colleague, id)).ok).toBe(true);
    });

    test('R13 the person writes to a request that was decided meanwhile: its page says what it is now', async ({
      visit,
    }) => {
      const { name, asker, colleague, id } = await aPracticeWithTwoAdmins();
      const page = await visit({ as: asker, javaScript });
      await page.goto(`/accounts/profile/requests/${id}/`);
      const writing = await page.context().newPage();
      await writing.goto(`/accounts/profile/requests/${id}/`);
      await writing.getByLabel('Your message to whoever decides').fill('One more thing.');
      expect((await approvedBy(colleague, id)).ok).toBe(true);
      const saysSo = async (tab: typeof page) => {
        await expect(tab.getByText(/Your request was approved on \d+ \w+ \d{4}, \d\d:\d\d/)).toBeVisible();
        await expect(tab.getByText(`You are a member of ${name}.`)).toBeVisible();
      };
      await press(page, 'Withdraw this request');
      await saysSo(page);
      await press(writing, 'Add this message');
      await saysSo(writing);
      await looks(page, 'withdrawn too late');
      expect(await decisions(id)).toEqual([{ operation: 'approve' }]);
    });
  });
}
