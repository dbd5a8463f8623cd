import { db } from '@/lib/platform/db';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { freshAddress, password, press, signIn } from '../support/forms';
import { client, cookieSet, cookieValue } from '../support/http';
import { linkIn, mailTo } from '../support/outbox';
import { aPerson, guarded, joined } from '../support/people';
import { aRegisteredPractice } from '../support/register';

async function aPractice() {
  await db().$executeRaw`delete from limits.counters`;
  const practice = await aRegisteredPractice();
  const admin = await aPerson({ now: new Date(), name: 'Anna Admin' });
  await joined(admin, practice.code, 'admin');
  await guarded(admin);
  return { ...practice, admin };
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript';

  test(`R19 an admin invites somebody without an account, who registers, confirms, accepts and is listed, ${how} @narrow`, async ({
    visit,
  }) => {
    const { code, name, admin } = await aPractice();
    const email = freshAddress('invited');
    const office = await visit({ as: admin, javaScript });
    await office.goto(`/w/${code}/members/`);
    await office.getByRole('link', { name: 'Invite people' }).click();
    await office.getByLabel('Email addresses').fill(`Patel, Asha <${email}>\nnot an address`);
    await press(office, 'Check the list');
    await expect(office.getByRole('row', { name: new RegExp(email) })).toContainText('Gets an invitation');
    await expect(office.getByRole('row', { name: /not an address/ })).toContainText('Not an email address');
    expect(office.url()).not.toContain('@');
    await press(office, 'Send 1 invitation');
    await expect(office.getByText('1 invitation was sent.')).toBeVisible();
    await expect(office.getByRole('row', { name: new RegExp(email) })).toContainText('Invited by Anna Admin');

    const mail = await mailTo(email, 'invitation');
    expect(mail.text).toContain('Anna Admin');
    const link = linkIn(mail, '/accounts/invitation/');
    const home = await visit({ javaScript });
    for (let n = 0; n < 2; n++) await home.goto(link);
    expect(home.url()).not.toContain('token');
    await expect(home.getByRole('heading', { name: `You are invited to ${name}` })).toBeVisible();
    if (javaScript) await expectAccessible(home, 'the invitation');
    await home.getByRole('main').getByRole('link', { name: 'Create an account' }).click();
    await expect(home.getByLabel('Work email address')).toHaveValue(email);
    await home.getByLabel('Full name').fill('Asha Patel');
    await home.getByLabel('Create a password', { exact: true }).fill(password);
    await press(home, 'Create account');
    await home.waitForURL('**/accounts/verify/sent/');
    expect(await db().membership.count({ where: { user: { email } } })).toBe(0);
    await home.goto(linkIn(await mailTo(email, 'confirm-address'), '/accounts/verify/'));
    await press(home, 'Confirm this address');
    await home.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await signIn(home, email);
    await expect(home.getByRole('heading', { name: `Join ${name}` })).toBeVisible();
    await press(home, 'Accept and join');
    await expect(home.getByText(`You are now a member of ${name}.`)).toBeVisible();
    await office.goto(`/w/${code}/members/`);
    await expect(office.getByRole('row', { name: /Asha Patel/ })).toBeVisible();
    await office.goto(`/w/${code}/members/?show=invited`);
    await expect(office.getByText('No invitation waits')).toBeVisible();
  });
}

test('R03 whoever has an account reads it on their profile, declines there, and may answer only their own', async ({
  visit,
}) => {
  const { code, name, admin } = await aPractice();
  const [person, other] = [await aPerson({ now: new Date() }), await aPerson({ now: new Date() })];
  await client(admin).ask('/accounts/profile/');
  const office = await visit({ as: admin });
  await office.goto(`/w/${code}/members/invite/`);
  await office.getByLabel('Email addresses').fill(person.email);
  await office.getByLabel('Admin').check();
  await press(office, 'Check the list');
  await press(office, 'Send 1 invitation');
  const stranger = await visit({ as: other });
  await stranger.goto(linkIn(await mailTo(person.email, 'invitation'), '/accounts/invitation/'));
  await expect(stranger.getByText('You are signed in with another address')).toBeVisible();
  await expect(stranger.getByRole('button', { name: /Accept|Decline/ })).toHaveCount(0);
  const home = await visit({ as: person });
  await home.goto('/accounts/profile/');
  await home.getByRole('link', { name: new RegExp(`^Join ${name}`) }).click();
  await expect(home.getByText('You decide who else joins.')).toBeVisible();
  await press(home, 'Decline the invitation');
  await expect(home.getByText(`You have declined the invitation to ${name}.`)).toBeVisible();
  expect(await db().membership.count({ where: { userId: person.userId } })).toBe(0);
  expect(await db().invitation.count({ where: { orgCode: code } })).toBe(0);
});

test('R19 R26 a scanner that opens the link, and the page behind it, changes nothing; cancelled, it says that it is over', async ({
  visit,
}) => {
  const { code, admin } = await aPractice();
  const email = freshAddress('scanned');
  const office = await visit({ as: admin });
  await office.goto(`/w/${code}/members/invite/`);
  await office.getByLabel('Email addresses').fill(email);
  await press(office, 'Check the list');
  await press(office, 'Send 1 invitation');
  const link = linkIn(await mailTo(email, 'invitation'), '/accounts/invitation/');
  const before = await db().invitation.findFirst({ where: { address: email } });
  for (const method of ['GET', 'HEAD', 'GET']) {
    const answer = await client().ask(link, { method });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/accounts/invitation/answer/']);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    const carried = cookieValue(cookieSet(answer, 'mailed-link'));
    const page = client(undefined, { cookies: { 'mailed-link': carried } });
    expect((await page.ask('/accounts/invitation/answer/', { method })).status).toBe(200);
  }
  expect(await db().invitation.findFirst({ where: { address: email } })).toEqual(before);
  await office.getByRole('button', { name: `Cancel the invitation to ${email}` }).click();
  await expect(office.getByText('is cancelled, and the address is deleted')).toBeVisible();
  const late = await visit();
  await late.goto(link);
  await expect(late.getByRole('heading', { name: 'This invitation is over' })).toBeVisible();
});

test('whoever has no account can decline with the mail alone, without JavaScript; the address is erased', async ({
  visit,
}) => {
  const { code, admin } = await aPractice();
  const email = freshAddress('declining');
  const office = await visit({ as: admin, javaScript: false });
  await office.goto(`/w/${code}/members/invite/`);
  await press(office, 'Check the list');
  await expect(office.getByRole('link', { name: 'Enter at least one email address' })).toBeVisible();
  await office.getByLabel('Email addresses').fill(email);
  await press(office, 'Check the list');
  await office.getByRole('main').getByRole('link', { name: 'Change the list' }).click();
  await expect(office.getByLabel('Email addresses')).toHaveValue(email);
  await press(office, 'Check the list');
  await press(office, 'Send 1 invitation');
  const home = await visit({ javaScript: false });
  await home.goto(linkIn(await mailTo(email, 'invitation'), '/accounts/invitation/'));
  await press(home, 'Decline the invitation');
  await expect(home.getByRole('heading', { name: 'You have declined the invitation' })).toBeVisible();
  expect(await db().invitation.count({ where: { address: email } })).toBe(0);
  expect((await mailTo(admin.email, 'invitation-answered')).text).toContain('was declined');
});
