import { freshAddress, press, register, signIn } from '../../support/forms';
import { linkIn, mailTo } from '../../support/outbox';
import type { Listed } from '../pages';
import { at, sentEmpty } from './steps';

const waiting = (page: Parameters<typeof register>[0]) =>
  register(page, { name: 'Wanda Waiting', email: freshAddress('waiting') });

const askedForReset = async (page: Parameters<typeof register>[0]) => {
  await page.goto('/accounts/password-reset/');
  await page.getByLabel('Email address').fill(freshAddress('forgetful'));
  await press(page, 'Send the link');
  await page.waitForURL('**/accounts/password-reset/sent/');
};

export const accountPages: Listed[] = [
  {
    file: '(entry)/accounts/register/page.tsx',
    title: 'Create an account',
    states: [
      { name: 'empty', arrive: at('/accounts/register/') },
      {
        name: 'a slip in the address',
        arrive: async page => {
          await page.goto('/accounts/register/');
          await page.getByLabel('Work email address').fill('wanda.waiting@gmial.com');
          await page.keyboard.press('Tab');
          await page.getByRole('button', { name: 'wanda.waiting@gmail.com' }).waitFor();
        },
      },
      {
        name: 'nothing filled in',
        arrive: sentEmpty('/accounts/register/', 'Create account'),
        title: 'Error: Create an account',
      },
    ],
  },
  {
    file: '(entry)/accounts/login/page.tsx',
    title: 'Sign in',
    states: [
      { name: 'empty', arrive: at('/accounts/login/?next=/workspaces/') },
      { name: 'signed out just now', arrive: at('/accounts/login/?signed-out=1') },
      { name: 'signed out before', arrive: at('/accounts/login/?next=/accounts/profile/name/&why=not-sent') },
      { name: 'signed in already', as: 'member', arrive: at('/accounts/login/') },
      {
        name: 'wrong password',
        title: 'Error: Sign in',
        arrive: async page => {
          await page.goto('/accounts/login/');
          await signIn(page, freshAddress('nobody'));
          await page.getByText('Email or password is not right').waitFor();
        },
      },
    ],
  },
  {
    file: '(entry)/accounts/verify/sent/page.tsx',
    title: 'Check your email',
    states: [
      { name: 'no account waits', arrive: at('/accounts/verify/sent/'), title: 'No account is waiting here' },
      {
        name: 'not arrived',
        cookies: 'begun',
        arrive: async page => {
          await waiting(page);
          await page.getByText('Not arrived?').click();
        },
      },
      {
        name: 'wrong code',
        cookies: 'begun',
        title: 'Error: Check your email',
        arrive: async page => {
          await waiting(page);
          await page.getByLabel('code').fill('000 000');
          await press(page, 'Confirm');
          await page.getByRole('alert', { name: 'There is a problem' }).waitFor();
        },
      },
    ],
  },
  {
    file: '(entry)/accounts/verify/confirm/page.tsx',
    title: 'Confirm your email address',
    states: [
      {
        name: 'a broken link',
        cookies: 'begun',
        arrive: at('/accounts/verify/?token=broken'),
        title: 'The link may be incomplete',
      },
      {
        name: 'the button, then done',
        cookies: 'begun',
        title: 'Your address is confirmed',
        arrive: async page => {
          const email = freshAddress('confirming');
          await register(page, { name: 'Connie Confirming', email });
          await page.goto(linkIn(await mailTo(email, 'confirm-address'), '/accounts/verify/'));
          await press(page, 'Confirm this address');
          await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
        },
      },
      {
        name: 'the button',
        cookies: 'begun',
        arrive: async page => {
          const email = freshAddress('confirming');
          await register(page, { name: 'Connie Confirming', email });
          await page.goto(linkIn(await mailTo(email, 'confirm-address'), '/accounts/verify/'));
        },
      },
    ],
  },
  {
    file: '(entry)/accounts/verify/address/page.tsx',
    title: 'Change the address',
    states: [
      {
        name: 'nothing filled in',
        cookies: 'begun',
        title: 'Error: Change the address',
        arrive: async page => {
          await waiting(page);
          await page.goto('/accounts/verify/address/');
          await page.getByLabel(/address/i).fill('');
          await press(page, 'Send the email');
          await page.getByRole('alert', { name: 'There is a problem' }).waitFor();
        },
      },
    ],
  },
  {
    file: '(entry)/accounts/verify/withdraw/page.tsx',
    title: 'Delete this registration',
    states: [
      {
        name: 'asked',
        cookies: 'begun',
        arrive: async page => {
          await waiting(page);
          await page.goto('/accounts/verify/withdraw/');
        },
      },
      {
        name: 'done',
        title: 'Sign in',
        arrive: async page => {
          await waiting(page);
          await page.goto('/accounts/verify/withdraw/');
          await press(page, 'Delete registration');
          await page.getByText('The registration is deleted.').waitFor();
        },
      },
    ],
  },
  {
    file: '(entry)/accounts/password-reset/page.tsx',
    title: 'Forgotten your password',
    states: [{ name: 'empty', arrive: at('/accounts/password-reset/') }],
  },
  {
    file: '(entry)/accounts/password-reset/sent/page.tsx',
    title: 'Check your email for the link',
    states: [
      { name: 'address not known here', arrive: at('/accounts/password-reset/sent/') },
      { name: 'asked', cookies: 'begun', arrive: askedForReset },
      {
        name: 'wrong code',
        cookies: 'begun',
        title: 'Error: Check your email for the link',
        arrive: async page => {
          await askedForReset(page);
          await page.getByLabel('6-digit code').fill('000 000');
          await press(page, 'Continue');
          await page.getByText('That code is not right').first().waitFor();
        },
      },
    ],
  },
  {
    file: '(entry)/accounts/password-reset/new/page.tsx',
    title: 'Choose a new password',
    states: [
      {
        name: 'ready',
        cookies: 'begun',
        arrive: at(({ mailed }) => `/accounts/password-reset/open/?token=${mailed.reset}`),
      },
      {
        name: 'too short',
        cookies: 'begun',
        title: 'Error: Choose a new password',
        arrive: async (page, { mailed }) => {
          await page.goto(`/accounts/password-reset/open/?token=${mailed.reset}`);
          await page.getByLabel('New password', { exact: true }).fill('too short');
          await press(page, 'Save password');
          await page.getByRole('alert', { name: 'There is a problem' }).waitFor();
        },
      },
      {
        name: 'a broken link',
        cookies: 'begun',
        arrive: at('/accounts/password-reset/open/?token=broken'),
        title: 'The link may be incomplete',
      },
    ],
  },
  {
    file: '(app)/accounts/profile/page.tsx',
    title: 'Your account',
    states: [
      { name: 'invited', as: 'invited', arrive: at('/accounts/profile/') },
      { name: 'new', as: 'newcomer', arrive: at('/accounts/profile/') },
      { name: 'waiting and rejected', as: 'asker', arrive: at('/accounts/profile/') },
      {
        name: 'an administrator with requests to decide',
        as: 'admin',
        workspace: 'admin',
        arrive: at('/accounts/profile/'),
      },
      { name: 'a platform administrator', as: 'platform', arrive: at('/accounts/profile/') },
      {
        name: 'switcher open',
        as: 'admin',
        workspace: 'adminOfPcn',
        arrive: async page => {
          await page.goto('/accounts/profile/');
          await page.locator('details summary').first().click();
        },
      },
    ],
  },
  {
    file: '(app)/accounts/profile/name/page.tsx',
    title: 'Change your name',
    states: [{ name: 'empty', as: 'newcomer', arrive: at('/accounts/profile/name/') }],
  },
  {
    file: '(app)/accounts/profile/password/page.tsx',
    title: 'Change your password',
    states: [{ name: 'empty', as: 'newcomer', arrive: at('/accounts/profile/password/') }],
  },
  {
    file: '(entry)/setup/administrator/page.tsx',
    // Open on an installation without an administrator alone: main-job.e2e.ts looks at it there.
    title: 'Set up the first administrator',
    states: [{ name: 'there is one already', arrive: at('/setup/administrator/'), title: 'This page cannot be found' }],
  },
  {
    file: '(app)/outbox/page.tsx',
    title: 'Local outbox',
    states: [{ name: 'with mails', arrive: at('/outbox/') }],
  },
  {
    file: '(app)/outbox/[id]/page.tsx',
    // The mail's subject, as every mail's page says it.
    title: () => 'Confirm your email address',
    states: [
      {
        name: 'one mail',
        arrive: async page => {
          const email = freshAddress('reading');
          await register(page, { name: 'Rita Reading', email });
          await mailTo(email, 'confirm-address');
          await page.context().clearCookies();
          await page.goto('/outbox/');
          await page.getByRole('row').filter({ hasText: email }).getByRole('link').click();
          await page.waitForURL(/outbox\/.+/);
        },
      },
    ],
  },
];
