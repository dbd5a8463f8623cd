import { press } from '../../support/forms';
import type { Listed } from '../pages';
import { at, sentEmpty } from './steps';

const broken = 'The link may be incomplete';

export const leavingPages: Listed[] = [
  {
    file: '(app)/accounts/profile/export/page.tsx',
    title: 'Export my data',
    states: [
      { name: 'asked', as: 'newcomer', arrive: at('/accounts/profile/export/') },
      {
        name: 'ready',
        as: 'member',
        title: 'Your data is ready',
        arrive: async page => {
          await page.goto('/accounts/profile/export/?again=1');
          await press(page, 'Make the file');
          await page.getByRole('heading', { name: 'Your data is ready' }).waitFor();
        },
      },
    ],
  },
  {
    file: '(app)/accounts/profile/delete/page.tsx',
    title: 'Delete your account',
    states: [
      { name: 'nothing to hand over', as: 'newcomer', arrive: at('/accounts/profile/delete/') },
      { name: 'the only admin', as: 'admin', arrive: at('/accounts/profile/delete/') },
    ],
  },
  {
    file: '(app)/accounts/profile/delete/confirm/page.tsx',
    title: 'Delete your account: are you sure?',
    states: [
      {
        name: 'nothing filled in',
        as: 'newcomer',
        title: 'Error: Delete your account: are you sure?',
        arrive: sentEmpty('/accounts/profile/delete/confirm/', /^Delete/),
      },
    ],
  },
  {
    file: '(app)/accounts/deleted/page.tsx',
    title: 'Your account is closed',
    states: [{ name: 'to anybody', arrive: at('/accounts/deleted/') }],
  },
  {
    file: '(app)/accounts/restore/confirm/page.tsx',
    title: 'Take your account back',
    states: [
      { name: 'a broken link', cookies: 'begun', arrive: at('/accounts/restore/?token=broken'), title: broken },
      {
        name: 'the button',
        cookies: 'begun',
        arrive: at(({ mailed }) => `/accounts/restore/?token=${mailed.restore}`),
      },
    ],
  },
  {
    file: '(app)/accounts/stop-removal/confirm/page.tsx',
    title: 'Keep your second factor',
    states: [
      { name: 'a broken link', cookies: 'begun', arrive: at('/accounts/stop-removal/?token=broken'), title: broken },
    ],
  },
  {
    file: '(app)/accounts/profile/email/page.tsx',
    title: 'Change your email address',
    states: [
      {
        name: 'a change waits',
        as: 'newcomer',
        title: 'Confirm your new address',
        arrive: at('/accounts/profile/email/'),
      },
      { name: 'empty', as: 'beginner', arrive: at('/accounts/profile/email/') },
      {
        name: 'nothing filled in',
        as: 'beginner',
        title: 'Error: Change your email address',
        arrive: sentEmpty('/accounts/profile/email/', 'Send the email'),
      },
    ],
  },
  {
    file: '(app)/accounts/profile/email/confirm/page.tsx',
    title: 'Confirm your new address',
    states: [
      {
        name: 'a broken link',
        cookies: 'begun',
        arrive: at('/accounts/profile/email/open/?token=broken'),
        title: broken,
      },
      {
        name: 'the button',
        cookies: 'begun',
        arrive: at(({ mailed }) => `/accounts/profile/email/open/?token=${mailed.change}`),
      },
    ],
  },
  {
    file: '(app)/accounts/profile/email/undo/confirm/page.tsx',
    title: 'Put your address back',
    states: [
      {
        name: 'the button',
        cookies: 'begun',
        arrive: at(({ mailed }) => `/accounts/profile/email/undo/?token=${mailed.undo}`),
      },
    ],
  },
];
