import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { press } from '../support/forms';
import { linkIn, mailTo } from '../support/outbox';
import { aPerson, guarded, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';
import { standing } from './asking';

async function aPractice() {
  const now = new Date();
  const practice = await aRegisteredPractice();
  const admin = await aPerson({ now, name: 'Anna Admin' });
  const member = await aPerson({ now, name: 'Mary Member' });
  await guarded(admin);
  const own = await joined(admin, practice.code, 'admin');
  const other = await joined(member, practice.code, 'member');
  return { ...practice, admin, member, own: own.id, other: other.id };
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript';

  test(`R12 the last admin hands over to a colleague and leaves, ${how} @narrow`, async ({ visit }) => {
    const { code, name, admin, member, own, other } = await aPractice();
    const page = await visit({ as: admin, javaScript });
    await page.goto(`/w/${code}/members/`);
    await page.getByRole('link', { name: `Leave ${name}` }).click();
    await expect(page.getByText('You are its only admin. Say who decides from now on.')).toBeVisible();
    // Without a choice nothing happens, and the page says what is missing.
    await press(page, `Leave ${name}`);
    await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible();
    expect([await standing(own), await standing(other)]).toEqual(['admin', 'member']);
    await page.getByLabel('Mary Member').check();
    if (javaScript) await expectAccessible(page, 'leaving as the last admin');
    await press(page, `Leave ${name}`);
    await expect(page.getByText(`You have left ${name}.`)).toBeVisible();
    expect([await standing(own), await standing(other)]).toEqual(['left', 'admin']);
    expect((await mailTo(member.email, 'role-changed')).subject).toContain(name);
    const next = await visit({ as: member, javaScript });
    await next.goto(`/w/${code}/approvals/`);
    await expect(next.getByRole('heading', { name: 'Approvals' })).toBeVisible();
    await page.goto(`/w/${code}/members/`);
    await expect(page.getByRole('heading', { name: 'Members' })).toHaveCount(0);
  });

  test(`R12 R16 the last admin leaves it to the platform team, who make a member the first admin, ${how} @narrow`, async ({
    visit,
  }) => {
    const { code, name, named, admin, own, other } = await aPractice();
    const platform = await aPerson({ now: new Date(), name: 'Petra Platform', platformAdmin: true });
    await guarded(platform);
    const page = await visit({ as: admin, javaScript });
    await page.goto(`/w/${code}/members/leave/`);
    await page.getByLabel('Nobody here: leave it to the platform team').check();
    await press(page, `Leave ${name}`);
    await expect(page.getByText(`You have left ${name}.`)).toBeVisible();
    expect([await standing(own), await standing(other)]).toEqual(['left', 'member']);

    const team = await visit({ as: platform, javaScript });
    // Other organisations of this run may have lost theirs too: the team hears of each.
    expect(linkIn(await mailTo(platform.email, 'organisation-without-admin'), '/admin/organisations/')).toBeTruthy();
    await team.goto(`/admin/organisations/?q=${code}`);
    await team.getByRole('main').getByRole('link', { name: named }).click();
    await team.getByRole('link', { name: /^Make first admin.*Mary Member/ }).click();
    await press(team, 'Make Mary Member the first admin');
    await expect(team.getByRole('alert', { name: 'There is a problem' })).toContainText(
      'Enter the name of the person who authorised it',
    );
    expect(await standing(other)).toBe('member');
    await team.getByLabel('Who authorised it').fill('Dr Example');
    await team.getByLabel('Their position there').fill('GP partner');
    await team.getByLabel('How you checked it').fill('Called the practice');
    await press(team, 'Make Mary Member the first admin');
    await expect(team.getByText(`Mary Member is now the admin of ${name}`)).toBeVisible();
    expect(await standing(other)).toBe('admin');
    await team.goto(`/admin/organisations/?q=${code}`);
    await expect(team.getByText('No organisation without an admin matches these filters')).toBeVisible();
  });
}
