import type { Locator, Page } from '@playwright/test';
import { requestToJoin } from '@/lib/memberships/commands/request-to-join';
import { aMember } from '../accounts/member';
import { expect, test } from '../support/fixtures';
import { freshAddress } from '../support/forms';
import { arrives, expectReadingOrder, follow, fromProblemTo, tabTo, type } from '../support/keyboard';
import { linkIn, mailTo } from '../support/outbox';
import { anOrganisation, aPerson, guarded, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';
import { asksNow, standing } from './asking';

const now = () => new Date();
const main = (page: Page) => page.getByRole('main');
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name });

/** Moves to a group of radio buttons, and through it with the arrow keys to this one. */
async function choose(page: Page, wanted: Locator) {
  const name = (await wanted.getAttribute('name')) ?? '';
  await tabTo(page, page.locator(`input[name="${name}"]`).first());
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 10 && !(await wanted.isChecked()); presses++) await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
}

async function anAdminOf(code: string, name = 'Anna Admin') {
  const admin = await aMember({ now: now(), name });
  await guarded(admin);
  return { ...admin, row: (await joined(admin, code, 'admin')).id };
}

test('R65 R16 the keyboard alone is the platform team: a first admin with an authoriser, several at once, a reason', async ({
  visit,
}) => {
  const [{ code }, { code: another }] = [await anOrganisation(), await anOrganisation()];
  const [asha, ben, cy] = [
    await asksNow(code, 'Asha Patel'),
    await asksNow(another, 'Ben Okafor'),
    await asksNow(another, 'Cy Young'),
  ];
  const platform = await aMember({ now: now(), name: 'Petra Platform', platformAdmin: true });
  await guarded(platform);
  const page = await visit({ as: platform });
  await page.goto(`/admin/requests/?org=${code}`);
  await expectReadingOrder(page, 'the queue');
  await follow(page, link(page, 'Asha Patel'));
  await arrives(page, 'Asha Patel – Platform team');
  await expectReadingOrder(page, 'one request');
  await follow(page, button(page, /^Approve as first admin/));
  await fromProblemTo(page, 'who in the organisation authorised', page.getByLabel('Who authorised it'));
  await type(page, page.getByLabel('Who authorised it'), 'Dr Paula Partner');
  await type(page, page.getByLabel('Their position there'), 'GP partner');
  await type(page, page.getByLabel('How you checked it'), 'Called the number on the website');
  await follow(page, button(page, /^Approve as first admin/));
  await expect(page.getByText('Asha Patel is now an admin')).toBeVisible();
  expect(await standing(asha.id)).toBe('admin');

  await page.goto(`/admin/requests/?org=${another}`);
  for (const name of ['Ben Okafor', 'Cy Young']) {
    await tabTo(page, page.getByRole('checkbox', { name: `Tick ${name}` }));
    await page.keyboard.press('Space');
  }
  await expect(page.getByText('2 ticked')).toBeVisible();
  await follow(page, button(page, /^Reject ticked/));
  await arrives(page, 'Check what you are about to reject – Platform team');
  // Fetched again, nothing of the page before is still on its way.
  await page.reload();
  await expectReadingOrder(page, 'to be checked');
  await tabTo(page, page.getByLabel('What happens to the request of Ben Okafor'));
  await page.keyboard.type('Leave');
  await follow(page, button(page, 'Decide as chosen'));
  await fromProblemTo(page, 'reason', page.getByRole('radio').first());
  await choose(page, page.getByLabel('They work for another organisation'));
  await follow(page, button(page, 'Decide as chosen'));
  await expect(page.getByText('1 rejected, 1 left waiting.')).toBeVisible();
  await expectReadingOrder(page, 'the result');
  expect([await standing(ben.id), await standing(cy.id)]).toEqual(['pending', 'rejected']);
  await follow(page, button(page, 'Undo the rejection of Cy Young'));
  await expect(page.getByText('The request of Cy Young waits again.')).toBeVisible();
});

test('R65 R42 the keyboard alone is an organisation’s admin: lets in, rejects, invites, makes an admin, removes, steps down', async ({
  visit,
}) => {
  const { code, displayName: name } = await anOrganisation();
  const admin = await anAdminOf(code);
  const [amir, bea] = [await asksNow(code, 'Amir Asker'), await asksNow(code, 'Bea Asker')];
  const mary = await joined(await aPerson({ now: now(), name: 'Mary Member' }), code, 'member');
  const page = await visit({ as: admin });
  await page.goto(linkIn(await mailTo(admin.email, 'request-waiting'), '/approvals/'));
  await arrives(page, `Request of (Amir|Bea) Asker – ${name} \\(${code}\\)`);
  await expectReadingOrder(page, 'one request');
  await follow(page, link(page, `All requests to join ${name}`));
  await arrives(page, 'Approvals');
  await expectReadingOrder(page, 'approvals');
  await follow(page, button(page, 'Approve as member Amir Asker'));
  await expect(page.getByText('Amir Asker is now a member')).toBeVisible();
  await follow(page, link(page, 'Reject Bea Asker'));
  await arrives(page, 'Reject Bea Asker');
  await expectReadingOrder(page, 'reject');
  await follow(page, button(page, 'Reject this request'));
  await fromProblemTo(page, 'reason', page.getByRole('radio').first());
  await choose(page, page.getByLabel('Another reason', { exact: true }));
  await follow(page, button(page, 'Reject this request'));
  await fromProblemTo(page, 'Write the reason', page.getByLabel('The reason in your words'));
  await type(page, page.getByLabel('The reason in your words'), 'You told us that you start in May.');
  await follow(page, button(page, 'Reject this request'));
  await expect(page.getByText('The request of Bea Asker was rejected.')).toBeVisible();
  expect([await standing(amir.id), await standing(bea.id)]).toEqual(['member', 'rejected']);

  await page.goto(`/w/${code}/members/`);
  await expectReadingOrder(page, 'members');
  await follow(page, link(page, 'Invite people'));
  await arrives(page, `Invite people to ${name}`);
  await expectReadingOrder(page, 'invite');
  const [first, second] = [freshAddress('first'), freshAddress('second')];
  await tabTo(page, page.getByLabel('Email addresses'));
  await page.keyboard.type(`${first}\n${second}`);
  await follow(page, button(page, 'Check the list'));
  await arrives(page, 'Check the invitations');
  await expectReadingOrder(page, 'invitations to be checked');
  await follow(page, button(page, /^Send/));
  await expect(page.getByText('2 invitations wait')).toBeVisible();
  await follow(page, button(page, `Cancel the invitation to ${second}`));
  await expect(page.getByText('One invitation waits')).toBeVisible();
  await expectReadingOrder(page, 'invited');

  await follow(
    page,
    page.getByRole('navigation', { name: 'Members and invitations' }).getByRole('link', { name: /^Members/ }),
  );
  await follow(page, button(page, 'Make admin Mary Member'));
  await expect(page.getByText('Mary Member is now an admin')).toBeVisible();
  await follow(page, link(page, 'Remove Amir Asker'));
  await arrives(page, 'Remove Amir Asker');
  await expectReadingOrder(page, 'remove');
  await choose(page, page.getByLabel('They were let in by mistake'));
  await follow(page, button(page, 'Remove Amir Asker'));
  await expect(page.getByText('Amir Asker was removed')).toBeVisible();
  expect([await standing(amir.id), await standing(mary.id)]).toEqual(['removed', 'admin']);
  await follow(page, button(page, 'Step down as admin'));
  await expect(page.getByText(`You are now a member of ${name}, and no longer an admin.`)).toBeVisible();
  await follow(page, link(page, `Leave ${name}`));
  await arrives(page, `Leave ${name}`);
  await follow(page, button(page, `Leave ${name}`));
  await expect(page.getByText(`You have left ${name}.`)).toBeVisible();
  expect(await standing(admin.row)).toBe('left');
  await follow(page, button(page, 'Undo'));
  await expect.poll(() => standing(admin.row)).toBe('member');
});

test('R65 R44 R49 the keyboard alone withdraws a request, switches the workspace, and opens a preset again', async ({
  visit,
}) => {
  const { code, name, pcn } = await aRegisteredPractice();
  const other = await anOrganisation();
  const person = await aPerson({ now: now(), name: 'Kit Board' });
  await joined(person, code, 'member');
  const asked = await requestToJoin(person, { code: other.code, claim: 'analyst', claimOther: '', message: '' });
  if (!asked.ok) throw new Error(asked.refusal);
  const { id } = asked.value;
  const page = await visit({ as: person });
  await page.goto(`/accounts/profile/requests/${id}/`);
  await expectReadingOrder(page, 'the request');
  await follow(page, button(page, 'Withdraw this request'));
  await expect(page.getByText(`Your request to join ${other.displayName} is withdrawn.`)).toBeVisible();
  await follow(page, button(page, 'Undo'));
  await expect(button(page, 'Withdraw this request')).toBeVisible();
  expect(await standing(id)).toBe('pending');

  const banner = page.getByRole('banner');
  const switcher = banner.locator('summary').filter({ hasText: 'No workspace' });
  await follow(page, switcher);
  await expect(banner.getByRole('button', { name: `${name} (${code})` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(switcher).toBeFocused();
  await page.keyboard.press('Space');
  await follow(page, banner.getByRole('button', { name: `${name} (${code})` }));
  await expect(page.getByText(`You are now working as ${name} (${code}).`)).toBeVisible();

  await page.goto(`/tools/pcn-list-sizes/?org=${pcn.code}`);
  await follow(page, page.getByRole('link', { name: 'Save these settings' }));
  await type(page, page.getByLabel('Name', { exact: true }), 'By keys');
  await choose(page, page.getByLabel(new RegExp(`${code}`)).first());
  await follow(page, button(page, 'Save'));
  await expect(page.getByText('Saved as “By keys”.')).toBeVisible();
  await page.goto('/accounts/profile/presets/');
  await expectReadingOrder(page, 'presets');
  await follow(page, main(page).getByRole('link', { name: 'By keys', exact: true }));
  await expect(page).toHaveTitle(/^PCN list sizes – /);
  await expect(page.getByText('By keys').first()).toBeVisible();
});
