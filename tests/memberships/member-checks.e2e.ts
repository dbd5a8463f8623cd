import { runMemberChecks } from '@/lib/memberships/commands/run-member-checks';
import { mayOpen } from '@/lib/memberships/rules/member-check';
import { db } from '@/lib/platform/db';
import { aMember } from '../accounts/member';
import { expect, test } from '../support/fixtures';
import { press } from '../support/forms';
import { looksAt } from '../support/looks';
import { linkIn, mailTo } from '../support/outbox';
import { anOrganisation, aPerson, guarded, joined } from '../support/people';
import { standing } from './asking';

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
const run = (now: Date) => runMemberChecks({ kind: 'clock', now, requestId: 'test' });

/** A working day not long ago: mails that ask for work are sent on one. */
const workingDay = () => [0, 1, 2, 3, 4, 5, 6, 7].map(daysAgo).find(mayOpen) ?? daysAgo(0);

/** An organisation whose people all joined more than a year ago. */
async function aLongStandingPractice(members: readonly string[], otherAdmins: readonly string[] = []) {
  const now = new Date();
  const { code, displayName: name } = await anOrganisation();
  const admin = await aMember({ now, name: 'Anna Admin' });
  await guarded(admin);
  const rows: Record<string, string> = { 'Anna Admin': (await joined(admin, code, 'admin')).id };
  const people: Record<string, Awaited<ReturnType<typeof aPerson>>> = { 'Anna Admin': admin };
  for (const who of [...members, ...otherAdmins]) {
    const person = await aPerson({ now, name: who });
    people[who] = person;
    rows[who] = (await joined(person, code, otherAdmins.includes(who) ? 'admin' : 'member')).id;
  }
  const longAgo = daysAgo(400);
  await db().membership.updateMany({ where: { orgCode: code }, data: { stateSince: longAgo, requestedAt: longAgo } });
  // Of two admins she is the one who is still about.
  await db().membership.update({ where: { id: rows['Anna Admin'] }, data: { lastUsedAt: daysAgo(1) } });
  return { code, name, admin, people, standing: (who: string) => standing(rows[who] ?? '') };
}

/** As if the check had been opened, and reminded of, so long ago; the clock then does what is due. */
async function letTimePass(code: string, since: { openedAt?: Date; remindedAt?: Date }) {
  await db().memberCheck.updateMany({ where: { orgCode: code, endedAt: null }, data: since });
  await run(new Date());
}

for (const javaScript of [true, false]) {
  test.describe(`${javaScript ? 'with' : 'without'} JavaScript @narrow`, () => {
    const looks = looksAt(javaScript);

    test('R12 R13 the yearly check: the mail leads to the list, which is answered in parts and ends', async ({
      visit,
    }) => {
      const { code, admin, people, standing } = await aLongStandingPractice(['Mia Stays', 'Ned Goes', 'Ola Later']);
      await run(workingDay());
      const page = await visit({ as: admin, javaScript });
      await page.goto(`/w/${code}/members/`);
      await expect(page.getByText('The yearly check is open.')).toBeVisible();
      await looks(page, 'members, the check is due');
      await page.goto(linkIn(await mailTo(admin.email, 'member-check'), `/w/${code}/members/check/`));
      await looks(page, 'the check');
      await press(page, 'Save the answers');
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible();
      await looks(page, 'nothing answered');
      const of = (name: string) => page.getByRole('group', { name });
      await of('Mia Stays').getByLabel('Still works here').check();
      await of('Ned Goes').getByLabel('No longer: remove').check();
      await press(page, 'Save the answers');
      await expect(page.getByText('1 person confirmed, 1 person removed. Your answers are saved.')).toBeVisible();
      await expect(of('Mia Stays')).toHaveCount(0);
      expect([await standing('Mia Stays'), await standing('Ned Goes')]).toEqual(['member', 'removed']);
      await looks(page, 'one is left');
      // Removed by mistake: back, and asked about again.
      await press(page, 'Undo');
      await expect(of('Ned Goes')).toBeVisible();
      expect(await standing('Ned Goes')).toBe('member');
      for (const name of ['Ned Goes', 'Ola Later']) await of(name).getByLabel('Still works here').check();
      await press(page, 'Save the answers');
      await expect(page.getByText('The check is finished. The next one is in a year.')).toBeVisible();
      await expect(page.getByText('There is nothing to check now')).toBeVisible();
      await looks(page, 'finished');
      // Whoever was confirmed hears nothing of it.
      expect(await db().mail.count({ where: { userId: people['Ned Goes']?.userId } })).toBe(0);
    });

    test('R12 R16 nobody answers two mails: all lapse but the last admin, of whom the platform team finds out', async ({
      visit,
    }) => {
      const { code, name, admin, people, standing } = await aLongStandingPractice(['Mia Silent'], ['Olga Other']);
      const platform = await aMember({ now: new Date(), name: 'Petra Platform', platformAdmin: true });
      await guarded(platform);
      await run(workingDay());
      await mailTo(admin.email, 'member-check');
      await letTimePass(code, { openedAt: daysAgo(70) });
      await expect
        .poll(async () => (await mailTo(admin.email, 'member-check')).subject, { timeout: 20_000 })
        .toMatch(/^Reminder/);
      expect([await standing('Mia Silent'), await standing('Olga Other')]).toEqual(['member', 'admin']);
      await letTimePass(code, { remindedAt: daysAgo(40) });
      const all = ['Mia Silent', 'Olga Other', 'Anna Admin'];
      expect(await Promise.all(all.map(standing))).toEqual(['lapsed', 'lapsed', 'admin']);

      const lapsed = await visit({ as: people['Mia Silent'], javaScript });
      await lapsed.goto(linkIn(await mailTo(people['Mia Silent']?.email ?? '', 'membership-lapsed'), '/accounts/'));
      await looks(lapsed, 'what a lapsed member reads');
      expect((await lapsed.goto(`/w/${code}/`))?.status()).toBe(404);

      const page = await visit({ as: platform, javaScript });
      await page.goto('/admin/checks/');
      await looks(page, 'unanswered checks');
      await page.getByRole('link', { name: `Settle the check of ${name}` }).click();
      await expect(page.getByRole('heading', { name: 'Does Anna Admin still work there?' })).toBeVisible();
      await page.getByLabel('They still work there').check();
      await press(page, 'Save what you found out');
      await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible();
      await expect(page.getByLabel('They still work there')).toBeChecked();
      await looks(page, 'nobody named');
      await page.getByLabel('Who told you').fill('Dr Paula Partner');
      await page.getByLabel('Their position there').fill('GP partner');
      await page.getByLabel('How you checked it').fill('Called the number on the website');
      await press(page, 'Save what you found out');
      await expect(page.getByText(`Anna Admin stays the admin of ${name} and is confirmed for a year.`)).toBeVisible();
      await expect(page.getByRole('link', { name: `Settle the check of ${name}` })).toHaveCount(0);
      expect(await standing('Anna Admin')).toBe('admin');
    });
  });
}
