import { unreadableNotice } from '../../support/failing';
import type { Listed } from '../pages';
import { at } from './steps';

export const publicPages: Listed[] = [
  {
    file: '(public)/page.tsx',
    title: 'Haresign: Tools for GP practices',
    states: [
      { name: 'signed out', arrive: at('/') },
      { name: 'signed in', as: 'member', workspace: 'member', arrive: at('/') },
    ],
  },
  { file: '(public)/tools/page.tsx', title: 'Tools', states: [{ name: 'signed out', arrive: at('/tools/') }] },
  { file: '(public)/help/page.tsx', title: 'Help and contact', states: [{ name: 'signed out', arrive: at('/help/') }] },
  {
    file: '(public)/accessibility/page.tsx',
    title: 'Accessibility',
    states: [{ name: 'signed out', arrive: at('/accessibility/') }],
  },
  {
    file: '(public)/privacy-policy/page.tsx',
    title: 'Privacy',
    states: [{ name: 'signed out', arrive: at('/privacy-policy/') }],
  },
  {
    file: '(public)/cookie-policy/page.tsx',
    title: 'Cookies',
    states: [{ name: 'signed out', arrive: at('/cookie-policy/') }],
  },
  {
    file: '(public)/public-vs-account/page.tsx',
    title: 'Public and account access',
    states: [{ name: 'signed out', arrive: at('/public-vs-account/') }],
  },
  {
    file: 'not-found.tsx',
    title: 'This page cannot be found',
    states: [{ name: 'outside every prefix', arrive: at('/nothing-here/') }],
  },
  {
    file: 'failed/page.tsx',
    title: 'There is a problem with the service',
    states: [
      { name: 'as it is kept', arrive: at('/failed/') },
      {
        name: 'in place of a page',
        as: 'twice',
        arrive: async (page, { people }) => {
          await unreadableNotice(people.twice);
          await page.goto('/accounts/profile/');
        },
      },
    ],
  },
  {
    file: '(app)/not-found.tsx',
    title: () => 'This page cannot be found',
    states: [
      { name: 'under the tools', arrive: at('/tools/nothing-here/') },
      {
        name: 'under the accounts, signed in',
        as: 'member',
        workspace: 'member',
        arrive: at('/accounts/nothing-here/'),
      },
    ],
  },
  {
    file: '(entry)/not-found.tsx',
    title: () => 'This page cannot be found',
    states: [{ name: 'under the ways in', arrive: at('/setup/nothing-here/') }],
  },
];
