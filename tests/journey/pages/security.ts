import type { Page } from '@playwright/test';
import { press, signIn } from '../../support/forms';
import type { Listed } from '../pages';
import type { Scene } from '../scene';
import { at, sentEmpty } from './steps';

const security = '/accounts/profile/security/';

/** Types the password of somebody with a second step, and stands before it. */
const passwordOf = (who: 'guarded' | 'keyed') => async (page: Page, scene: Scene) => {
  await page.goto('/accounts/login/');
  await signIn(page, scene.people[who].email);
  await page.waitForURL('**/accounts/login/code/');
};

export const securityPages: Listed[] = [
  {
    file: '(entry)/accounts/login/code/page.tsx',
    title: 'Enter your code',
    states: [
      { name: 'asked', cookies: 'begun', arrive: passwordOf('guarded') },
      {
        name: 'wrong code',
        cookies: 'begun',
        title: 'Error: Enter your code',
        arrive: async (page, scene) => {
          await passwordOf('guarded')(page, scene);
          await page.getByLabel('6-digit code').fill('000000');
          await press(page, 'Sign in');
          await page.getByRole('alert', { name: 'There is a problem' }).waitFor();
        },
      },
      { name: 'only a passkey', cookies: 'begun', title: 'Use your passkey', arrive: passwordOf('keyed') },
    ],
  },
  {
    file: '(entry)/accounts/login/recovery/page.tsx',
    title: 'Use a recovery code',
    states: [
      {
        name: 'asked',
        cookies: 'begun',
        arrive: async (page, scene) => {
          await passwordOf('guarded')(page, scene);
          await page.getByRole('link', { name: 'Use a recovery code' }).click();
          await page.waitForURL('**/accounts/login/recovery/');
        },
      },
    ],
  },
  {
    file: '(app)/accounts/confirm/page.tsx',
    title: 'Confirm it is you',
    states: [
      { name: 'by password', as: 'guarded', arrive: at('/accounts/confirm/?next=/accounts/profile/') },
      { name: 'by code', as: 'guarded', arrive: at('/accounts/confirm/?next=/accounts/profile/&by=code') },
      {
        name: 'nothing filled in',
        as: 'member',
        title: 'Error: Confirm it is you',
        arrive: sentEmpty('/accounts/confirm/', 'Confirm'),
      },
    ],
  },
  {
    file: '(app)/accounts/factor-needed/page.tsx',
    title: 'You can go on',
    states: [{ name: 'no longer', as: 'guarded', arrive: at('/accounts/factor-needed/') }],
  },
  {
    file: '(app)/accounts/profile/security/page.tsx',
    title: 'Security',
    states: [
      { name: 'a password alone', as: 'newcomer', arrive: at(security) },
      { name: 'an app, a passkey and codes', as: 'guarded', arrive: at(security) },
    ],
  },
  {
    file: '(app)/accounts/profile/security/authenticator/page.tsx',
    title: 'Set up an authenticator app',
    states: [{ name: 'begun', as: 'beginner', arrive: at(`${security}authenticator/`) }],
  },
  {
    file: '(app)/accounts/profile/security/authenticator/remove/page.tsx',
    title: 'Remove the authenticator app',
    states: [{ name: 'asked', as: 'guarded', arrive: at(`${security}authenticator/remove/`) }],
  },
  {
    file: '(app)/accounts/profile/security/recovery-codes/page.tsx',
    title: 'Recovery codes',
    states: [
      { name: 'shown before', as: 'guarded', arrive: at(`${security}recovery-codes/`) },
      {
        name: 'new ones',
        as: 'guarded',
        title: 'Keep your recovery codes',
        arrive: async page => {
          await page.goto(`${security}recovery-codes/`);
          await page
            .getByRole('main')
            .getByRole('button', { name: /new (recovery )?codes/i })
            .click();
          await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
        },
      },
    ],
  },
  {
    file: '(app)/accounts/profile/security/passkeys/new/page.tsx',
    title: 'Add a passkey',
    states: [{ name: 'asked', as: 'newcomer', arrive: at(`${security}passkeys/new/`) }],
  },
  {
    file: '(app)/accounts/profile/security/passkeys/[id]/page.tsx',
    title: 'Your passkey',
    states: [{ name: 'the only one', as: 'keyed', arrive: at(({ passkey }) => `${security}passkeys/${passkey}/`) }],
  },
  {
    file: '(app)/accounts/profile/sessions/page.tsx',
    title: 'Signed-in devices',
    states: [
      { name: 'one', as: 'newcomer', arrive: at('/accounts/profile/sessions/') },
      { name: 'two', as: 'twice', arrive: at('/accounts/profile/sessions/') },
    ],
  },
];
