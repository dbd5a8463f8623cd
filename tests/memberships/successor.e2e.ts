import { db } from '@/lib/platform/db';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { anOrganisation, aPerson, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';

/** A practice that closed, with somebody who belongs to it, and those who took over. */
async function aClosing(heirs: number) {
  const successors = [];
  for (let n = 0; n < heirs; n++) successors.push(await aRegisteredPractice());
  const code = `N${Math.floor(Math.random() * 90_000) + 10_000}`;
  const closed = await anOrganisation({ code, name: `Closing Surgery ${code}`, status: 'closed' });
  await db().organisation.update({
    where: { code },
    data: {
      ...{ closedOn: new Date('2026-09-30'), successorCodes: successors.map(each => each.code) },
      ...{ successorCode: heirs === 1 ? (successors[0]?.code ?? null) : null },
    },
  });
  const member = await aPerson({ now: new Date(), name: 'Mary Member' });
  await joined(member, code, 'member');
  return { closed, successors, member, named: `${closed.displayName} (${code})` };
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'by keyboard' : 'without JavaScript';
  test(`whose practice closed reads who took over, and asks to join it ${how} @narrow`, async ({ visit }) => {
    const { successors, member, named } = await aClosing(1);
    const heir = successors[0];
    const page = await visit({ as: member, javaScript });
    await page.goto('/accounts/profile/');
    await expect(page.getByText(`${named} closed on 30 September 2026`)).toBeVisible();
    if (javaScript) await expectAccessible(page, 'the news on the profile');
    const offer = page.getByRole('link', { name: `Ask to join ${heir?.name}` });
    if (javaScript) {
      await offer.focus();
      await offer.press('Enter');
    } else await offer.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heir?.named ?? '');
    await expect(page.getByText('The decider sees which organisations you belong to already.')).toBeVisible();
    await page.getByLabel('Practice manager').check();
    await page.getByRole('button', { name: 'Request access' }).click();
    await expect(page).toHaveURL(/\/accounts\/profile\/requests\//);
    const asked = { userId: member.userId, orgCode: heir?.code ?? '', state: 'pending' as const };
    expect(await db().membership.count({ where: asked })).toBe(1);
    await page.goto('/accounts/profile/');
    await expect(page.getByRole('link', { name: /^See your request/ }).first()).toContainText(heir?.name ?? '');
  });
}

test('where it was split, the choice is the person’s own; nothing was asked for them @narrow', async ({ visit }) => {
  const { successors, member, closed } = await aClosing(2);
  const page = await visit({ as: member });
  await page.goto(`/w/${closed.code}/`);
  for (const { name } of successors)
    await expect(page.getByRole('link', { name: `Ask to join ${name}` })).toBeVisible();
  await expectAccessible(page, 'the news of a workspace');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await db().membership.count({ where: { userId: member.userId } })).toBe(1);
});

test('an old code still opens its tool, with the way to whoever took over', async ({ visit }) => {
  const { successors, closed } = await aClosing(2);
  const page = await visit();
  await page.goto(`/tools/practice-overview/?org=${closed.code}`);
  await expect(page.getByText('It was split.')).toBeVisible();
  const [first] = successors;
  await page.getByRole('link', { name: first?.named }).click();
  await expect(page).toHaveURL(new RegExp(`org=${first?.code}`));
});
