import type { Listed } from '../pages';
import type { Scene } from '../scene';
import { at, sentEmpty } from './steps';

const member = ({ people }: Scene) => `/admin/people/${people.member.userId}/`;

const orphaned = ({ orphaned }: Scene) => `/admin/organisations/${orphaned.code}/`;

export const platformPages: Listed[] = [
  {
    file: '(app)/admin/organisations/page.tsx',
    title: 'Organisations without an admin',
    states: [
      { name: 'some', as: 'platform', arrive: at('/admin/organisations/') },
      { name: 'no match', as: 'platform', arrive: at('/admin/organisations/?q=qqqqqqq') },
    ],
  },
  {
    file: '(app)/admin/organisations/[code]/page.tsx',
    title: ({ orphaned }) => orphaned.named,
    states: [
      { name: 'a member to choose', as: 'platform', arrive: at(orphaned) },
      {
        name: 'has an admin',
        as: 'platform',
        title: ({ practice }) => practice.named,
        arrive: at(({ practice }) => `/admin/organisations/${practice.code}/`),
      },
      {
        name: 'nobody belongs to it',
        as: 'platform',
        title: ({ empty }) => empty.named,
        arrive: at(({ empty }) => `/admin/organisations/${empty.code}/`),
      },
    ],
  },
  {
    file: '(app)/admin/organisations/[code]/first-admin/[id]/page.tsx',
    title: 'Make Omar Orphan the first admin',
    states: [
      {
        name: 'without an authoriser',
        as: 'platform',
        title: 'Error: Make Omar Orphan the first admin',
        arrive: sentEmpty(scene => `${orphaned(scene)}first-admin/${scene.orphaned.membership}/`, /^Make/),
      },
    ],
  },
  {
    file: '(app)/admin/people/page.tsx',
    title: 'People',
    states: [
      { name: 'everybody', as: 'platform', arrive: at('/admin/people/') },
      { name: 'no match', as: 'platform', arrive: at('/admin/people/?q=qqqqqqq') },
    ],
  },
  {
    file: '(app)/admin/people/[id]/page.tsx',
    title: ({ people }) => people.member.name,
    states: [
      { name: 'a member', as: 'platform', arrive: at(member) },
      {
        name: 'oneself',
        as: 'platform',
        title: 'Petra Platform',
        arrive: at(({ people }) => `/admin/people/${people.platform.userId}/`),
      },
    ],
  },
  {
    file: '(app)/admin/people/[id]/disable/page.tsx',
    title: 'Disable the account of Mary Member',
    states: [
      {
        name: 'without a reason',
        as: 'platform',
        title: 'Error: Disable the account of Mary Member',
        arrive: sentEmpty(scene => `${member(scene)}disable/`, /^Disable/),
      },
      {
        name: 'the only admin of an organisation',
        as: 'platform',
        title: 'Disable the account of Anna Admin',
        arrive: at(({ people }) => `/admin/people/${people.admin.userId}/disable/`),
      },
    ],
  },
  {
    file: '(app)/admin/people/[id]/factors/page.tsx',
    title: 'Remove the second factors of Mary Member',
    states: [{ name: 'asked', as: 'platform', arrive: at(scene => `${member(scene)}factors/`) }],
  },
];
