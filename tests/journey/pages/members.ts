import type { Page } from '@playwright/test';
import { press } from '../../support/forms';
import type { Listed } from '../pages';
import type { Scene } from '../scene';
import { at, sentEmpty } from './steps';

const members = ({ practice }: Scene) => `/w/${practice.code}/members/`;

/** Types a list and goes to the page that checks it. */
const checked = (list: (scene: Scene) => string) => async (page: Page, scene: Scene) => {
  await page.goto(`${members(scene)}invite/`);
  await page.getByLabel('Email addresses').fill(list(scene));
  await press(page, 'Check the list');
  await page.getByRole('heading', { name: 'Check the invitations' }).waitFor();
};

export const memberPages: Listed[] = [
  {
    file: '(app)/w/[code]/members/page.tsx',
    title: 'Members',
    states: [
      { name: 'as administrator', as: 'admin', workspace: 'admin', arrive: at(members) },
      { name: 'as member', as: 'member', workspace: 'member', arrive: at(members) },
      { name: 'invited', as: 'admin', workspace: 'admin', arrive: at(scene => `${members(scene)}?show=invited`) },
      { name: 'nobody matches', as: 'admin', workspace: 'admin', arrive: at(scene => `${members(scene)}?q=qqqqqq`) },
      {
        name: 'nobody invited',
        as: 'admin',
        arrive: at(({ practice }) => `/w/${practice.pcn.code}/members/?show=invited`),
      },
      { name: 'of a closed practice', as: 'closer', arrive: at(({ closed }) => `/w/${closed.code}/members/`) },
      { name: 'many', as: 'admin', arrive: at(({ crowd }) => `/w/${crowd.code}/members/?role=member`) },
      { name: 'alone', as: 'admin', arrive: at(({ practice }) => `/w/${practice.pcn.code}/members/`) },
    ],
  },
  {
    file: '(app)/w/[code]/members/invite/page.tsx',
    title: ({ practice }) => `Invite people to ${practice.name}`,
    states: [
      {
        name: 'nothing filled in',
        as: 'admin',
        workspace: 'admin',
        title: ({ practice }) => `Error: Invite people to ${practice.name}`,
        arrive: sentEmpty(scene => `${members(scene)}invite/`, 'Check the list'),
      },
      {
        name: 'the list is gone',
        as: 'admin',
        workspace: 'admin',
        arrive: at(scene => `${members(scene)}invite/?gone=1`),
      },
    ],
  },
  {
    file: '(app)/w/[code]/members/invite/check/page.tsx',
    title: 'Check the invitations',
    states: [
      {
        name: 'every outcome',
        as: 'admin',
        workspace: 'admin',
        arrive: checked(({ people, invitations }) =>
          [
            'Patel, Asha (ELM) <asha.patel@example.org>; sam.khan@example.org',
            people.member.email,
            people.asker.email,
            invitations.unknown,
            'Dr Nobody',
            'sam.khan@example.org',
          ].join('\n'),
        ),
      },
      {
        name: 'nobody can be invited',
        as: 'admin',
        workspace: 'admin',
        arrive: checked(({ people }) => people.member.email),
      },
    ],
  },
  {
    file: '(app)/accounts/profile/invitations/[code]/page.tsx',
    title: ({ practice }) => `Join ${practice.name}`,
    states: [
      {
        name: 'to be answered',
        as: 'invited',
        arrive: at(({ practice }) => `/accounts/profile/invitations/${practice.code}/`),
      },
      {
        name: 'on nobody’s word',
        as: 'invited',
        title: ({ withdrawn }) => `Join ${withdrawn.name}`,
        arrive: at(({ withdrawn }) => `/accounts/profile/invitations/${withdrawn.code}/`),
      },
      {
        name: 'none',
        as: 'newcomer',
        title: 'There is no invitation here for you',
        arrive: at(({ practice }) => `/accounts/profile/invitations/${practice.code}/`),
      },
    ],
  },
  {
    file: '(entry)/accounts/invitation/answer/page.tsx',
    title: ({ practice }) => `You are invited to ${practice.name}`,
    states: [
      {
        name: 'without an account',
        cookies: 'begun',
        arrive: at(({ invitations }) => `/accounts/invitation/?token=${invitations.mailed}`),
      },
      {
        name: 'with an account, signed out',
        cookies: 'begun',
        arrive: at(({ invitations }) => `/accounts/invitation/?token=${invitations.known}`),
      },
      {
        name: 'signed in as somebody else',
        as: 'newcomer',
        arrive: at(({ invitations }) => `/accounts/invitation/?token=${invitations.mailed}`),
      },
      {
        name: 'over',
        cookies: 'begun',
        title: 'This invitation is over',
        arrive: at('/accounts/invitation/?token=unknown'),
      },
    ],
  },
  {
    file: '(app)/w/[code]/members/[id]/remove/page.tsx',
    title: 'Remove Mary Member',
    states: [
      {
        name: 'without a reason',
        as: 'admin',
        workspace: 'admin',
        title: 'Error: Remove Mary Member',
        arrive: sentEmpty(scene => `${members(scene)}${scene.workspaces.member.id}/remove/`, /^Remove/),
      },
    ],
  },
  {
    file: '(app)/w/[code]/members/leave/page.tsx',
    title: ({ practice }) => `Leave ${practice.name}`,
    states: [
      { name: 'a member', as: 'member', workspace: 'member', arrive: at(scene => `${members(scene)}leave/`) },
      { name: 'the only admin', as: 'admin', workspace: 'admin', arrive: at(scene => `${members(scene)}leave/`) },
    ],
  },
  {
    file: '(app)/w/[code]/members/access/page.tsx',
    title: 'Who has access',
    states: [
      { name: 'now', as: 'admin', workspace: 'admin', arrive: at(scene => `${members(scene)}access/`) },
      { name: 'before anybody', as: 'admin', arrive: at(scene => `${members(scene)}access/?on=2020-01-01`) },
    ],
  },
  {
    file: '(app)/w/[code]/members/check/page.tsx',
    title: 'Check the members',
    states: [
      { name: 'open', as: 'admin', workspace: 'admin', arrive: at(scene => `${members(scene)}check/`) },
      {
        name: 'nothing answered',
        as: 'admin',
        title: 'Error: Check the members',
        arrive: sentEmpty(scene => `${members(scene)}check/`, 'Save the answers'),
      },
      { name: 'nothing to check', as: 'admin', arrive: at(({ practice }) => `/w/${practice.pcn.code}/members/check/`) },
    ],
  },
  {
    file: '(app)/admin/checks/page.tsx',
    title: 'Unanswered checks',
    states: [{ name: 'one', as: 'platform', arrive: at('/admin/checks/') }],
  },
  {
    file: '(app)/admin/checks/[id]/page.tsx',
    title: 'Does Lena Last still work there?',
    states: [
      {
        name: 'nothing found out',
        as: 'platform',
        title: 'Error: Does Lena Last still work there?',
        arrive: sentEmpty(({ unanswered }) => `/admin/checks/${unanswered}/`, /^Save/),
      },
    ],
  },
];
