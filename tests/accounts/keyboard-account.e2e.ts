import type { Page } from '@playwright/test';
import { db } from '@/lib/platform/db';
import { expect, test } from '../support/fixtures';
import { freshAddress, password, register } from '../support/forms';
import { arrives, expectReadingOrder, follow, fromProblemTo, signInByKeys, type } from '../support/keyboard';
import { codeIn, linkIn, mailTo } from '../support/outbox';
import { aMember } from './member';

const another = 'lantern otter meadow';

const main = (page: Page) => page.getByRole('main');
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name });
const newPassword = (page: Page) => page.getByLabel('New password', { exact: true });

test('R65 R32 the keyboard alone replaces a forgotten password, by the link and by the code', async ({ visit }) => {
  const member = await aMember({ now: new Date() });
  const page = await visit();
  const ask = async () => {
    await page.goto('/accounts/login/');
    await follow(page, main(page).getByRole('link', { name: 'Forgotten your password?' }));
    await arrives(page, 'Forgotten your password');
    await type(page, page.getByLabel('Email address'), member.email);
    await page.keyboard.press('Enter');
    await arrives(page, 'Check your email for the link');
    return newMail(member.email, 'reset-password');
  };
  await page.goto('/accounts/password-reset/');
  await expectReadingOrder(page, 'forgotten password');
  await page.goto(linkIn(await ask(), 'token='));
  await arrives(page, 'Choose a new password');
  await type(page, newPassword(page), 'too short');
  await page.keyboard.press('Enter');
  await fromProblemTo(page, '15 characters', newPassword(page));
  await expectReadingOrder(page, 'a new password with an error');
  // What was typed can be looked at, and hidden again.
  await follow(page, button(page, 'Show password'));
  await expect(newPassword(page)).toHaveAttribute('type', 'text');
  await page.keyboard.press('Space');
  await expect(newPassword(page)).toHaveAttribute('type', 'password');
  await type(page, newPassword(page), another);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password is changed')).toBeVisible();

  await mailedAnHourAgo(member.email);
  const mail = await ask();
  await type(page, page.getByLabel('6-digit code'), codeIn(mail) === '000000' ? '111111' : '000000');
  await page.keyboard.press('Enter');
  await fromProblemTo(page, 'That code is not right', page.getByLabel('6-digit code'));
  await expectReadingOrder(page, 'the code of the mail');
  await type(page, page.getByLabel('6-digit code'), codeIn(mail));
  await page.keyboard.press('Enter');
  await arrives(page, 'Choose a new password');
  await type(page, newPassword(page), password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password is changed')).toBeVisible();
  await signInByKeys(page, member.email);
  await arrives(page, 'Your account');
});

test('R65 R24 the keyboard alone changes the address, with proof from the new one and undo from the old', async ({
  visit,
}) => {
  const [member, wanted] = [await aMember({ now: new Date() }), freshAddress('by-keys')];
  const page = await visit({ as: member });
  await page.goto('/accounts/profile/');
  await expectReadingOrder(page, 'your account');
  await follow(page, main(page).getByRole('link', { name: 'Change email' }));
  await arrives(page, 'Change your email address');
  const field = page.getByLabel('New email address');
  await type(page, field, 'not an address');
  await page.keyboard.press('Enter');
  await fromProblemTo(page, 'in the correct format, like name@', field);
  await expectReadingOrder(page, 'change the address');
  await type(page, field, wanted);
  await page.keyboard.press('Enter');
  await arrives(page, 'Confirm your new address');
  await expectReadingOrder(page, 'a change waits');
  await type(page, page.getByLabel('6-digit code'), codeIn(await mailTo(wanted, 'confirm-new-address')));
  await page.keyboard.press('Enter');
  await expect(page.getByText(wanted).first()).toBeVisible();
  await expect.poll(() => addressOf(member)).toBe(wanted);

  await page.goto(linkIn(await mailTo(member.email, 'address-changed'), 'token='));
  await arrives(page, 'Put your address back');
  await expectReadingOrder(page, 'put the address back');
  await follow(page, button(page, 'Put this address back'));
  await arrives(page, 'Choose a new password');
  await type(page, newPassword(page), another);
  await page.keyboard.press('Enter');
  await signInByKeys(page, member.email, another);
  await arrives(page, 'Your account');
  expect(await addressOf(member)).toBe(member.email);
});

test('R65 R32 the keyboard alone changes the password, whoever knows the current one', async ({ visit }) => {
  const member = await aMember({ now: new Date() });
  const page = await visit({ as: member });
  await page.goto('/accounts/profile/password/');
  await expectReadingOrder(page, 'change the password');
  await type(page, page.getByLabel('Current password'), 'purple tractor wrong');
  await type(page, newPassword(page), another);
  await page.keyboard.press('Enter');
  await fromProblemTo(page, 'Your current password is not right', page.getByLabel('Current password'));
  await type(page, page.getByLabel('Current password'), password);
  await type(page, newPassword(page), another);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/password is changed/i).first()).toBeVisible();
  await follow(page, page.getByRole('banner').getByRole('button', { name: 'Sign out' }));
  await signInByKeys(page, member.email, another);
  await arrives(page, 'Your account');
});

test('R65 R63 the keyboard alone downloads everything, deletes the account and takes it back', async ({ visit }) => {
  const member = await aMember({ now: new Date() });
  const page = await visit({ as: member });
  await page.goto('/accounts/profile/export/');
  await expectReadingOrder(page, 'export');
  await follow(page, button(page, 'Make the file'));
  await arrives(page, 'Your data is ready');
  await expectReadingOrder(page, 'the export is ready');
  const download = page.waitForEvent('download');
  await follow(page, main(page).getByRole('link', { name: 'Download the file' }));
  expect((await download).suggestedFilename()).toMatch(/^my-data-[\d-]+\.zip$/);

  await page.goto('/accounts/profile/delete/');
  await expectReadingOrder(page, 'delete the account');
  await follow(page, button(page, 'Continue'));
  await arrives(page, 'Delete your account: are you sure\\?');
  await type(page, page.getByLabel('Type your email address'), 'other@example.nhs.uk');
  await type(page, page.getByLabel('Your password', { exact: true }), password);
  await page.keyboard.press('Enter');
  await fromProblemTo(page, /address/, page.getByLabel('Type your email address'));
  await expectReadingOrder(page, 'are you sure');
  await type(page, page.getByLabel('Type your email address'), member.email);
  await type(page, page.getByLabel('Your password', { exact: true }), password);
  await follow(page, button(page, 'Delete account'));
  await arrives(page, 'Your account is closed');
  await expectReadingOrder(page, 'closed');

  await page.goto(linkIn(await mailTo(member.email, 'account-closed'), 'token='));
  await arrives(page, 'Take your account back');
  await expectReadingOrder(page, 'take it back');
  await follow(page, button(page, 'Keep my account'));
  await arrives(page, 'You have your account back');
  await follow(page, main(page).getByRole('link', { name: 'Sign in' }));
  await signInByKeys(page, member.email);
  await arrives(page, 'Your account');
});

for (const javaScript of [true, false]) {
  test(`R21 R65 a mistyped address is changed, another email is sent and the registration withdrawn, ${
    javaScript ? 'by the keyboard alone' : 'without JavaScript'
  } @narrow`, async ({ visit }) => {
    const [slip, right] = [freshAddress('mistyped'), freshAddress('typed')];
    const page = await visit({ javaScript });
    await register(page, { name: 'Tim Typed', email: slip });
    await follow(page, page.getByText('Not arrived?'));
    await follow(page, main(page).getByRole('link', { name: 'Change the address' }));
    await arrives(page, 'Change the address');
    await type(page, page.getByLabel('Work email address'), 'nowhere');
    await page.keyboard.press('Enter');
    const problem = page.getByRole('alert', { name: 'There is a problem' });
    if (javaScript)
      await fromProblemTo(page, 'in the correct format, like name@', page.getByLabel('Work email address'));
    else await expect(problem).toContainText('in the correct format, like name@');
    await type(page, page.getByLabel('Work email address'), right);
    await page.keyboard.press('Enter');
    await expect(page.getByText(`We sent a new email to ${right}`)).toBeVisible();
    await mailTo(right, 'confirm-address');

    await mailedAnHourAgo(right);
    await page.goto('/accounts/verify/sent/');
    if (javaScript) await expectReadingOrder(page, 'check your email');
    await follow(page, page.getByText('Not arrived?'));
    await follow(page, button(page, 'Send another email'));
    await expect(page.getByText(`We sent a new email to ${right}`)).toBeVisible();
    await follow(page, page.getByText('Not arrived?'));
    await expect(page.getByText(/You can send another at \d\d:\d\d/)).toBeVisible();
    await follow(page, main(page).getByRole('link', { name: 'Delete this registration' }));
    await arrives(page, 'Delete this registration');
    await follow(page, button(page, 'Delete registration'));
    await expect(page.getByText('The registration is deleted.')).toBeVisible();
    expect(await db().user.count({ where: { email: { in: [slip, right] } } })).toBe(0);
  });
}

const read = new Set<string>();

/** A mail of a kind that was not there before. */
async function newMail(address: string, kind: string) {
  await expect.poll(async () => read.has((await mailTo(address, kind)).text)).toBe(false);
  const mail = await mailTo(address, kind);
  read.add(mail.text);
  return mail;
}

const addressOf = async ({ userId }: { userId: string }) =>
  (await db().user.findUniqueOrThrow({ where: { id: userId } })).email;

/** As if what was mailed to an address had been sent an hour ago: another may be sent now. */
const mailedAnHourAgo = (address: string) =>
  db().verificationToken.updateMany({
    where: { address },
    data: { createdAt: new Date(Date.now() - 3_600_000) },
  });
