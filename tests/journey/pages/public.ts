import type { Listed } from '../pages';
import { at } from './steps';

export const publicPages: Listed[] = [
  {
    file: '(public)/page.tsx',
    title: 'Accounts and workspaces for GP practices and PCNs',
    states: [
      { name: 'signed out', arrive: at('/') },
      { name: 'signed in', as: 'member', workspace: 'member', arrive: at('/') },
    ],
  },
  { file: '(public)/tools/page.tsx', title: 'Tools', states: [{ name: 'signed out', arrive: at('/tools/') }] },
  { file: '(public)/help/page.tsx', title: 'Help', states: [{ name: 'signed out', arrive: at('/help/') }] },
  {
    file: '(public)/accessibility/page.tsx',
    title: 'Accessibility statement',
    states: [{ name: 'signed out', arrive: at('/accessibility/') }],
  },
  {
    file: '(public)/privacy-policy/page.tsx',
    title: 'Privacy policy',
    states: [{ name: 'signed out', arrive: at('/privacy-policy/') }],
  },
  {
    file: '(public)/cookie-policy/page.tsx',
    title: 'Cookie policy',
    states: [{ name: 'signed out', arrive: at('/cookie-policy/') }],
  },
  {
    file: '(public)/public-vs-account/page.tsx',
    title: 'With and without an account',
    states: [{ name: 'signed out', arrive: at('/public-vs-account/') }],
  },
  {
    file: 'not-found.tsx',
    title: 'Page not found',
    states: [
      { name: 'outside every prefix', arrive: at('/nothing-here/') },
      { name: 'under the tools', arrive: at('/tools/nothing-here/') },
      {
        name: 'under the accounts, signed in',
        as: 'member',
        workspace: 'member',
        arrive: at('/accounts/nothing-here/'),
      },
    ],
  },
];
