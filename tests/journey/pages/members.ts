import type { Listed } from '../pages';
import type { Scene } from '../scene';
import { at, sentEmpty } from './steps';

const members = ({ practice }: Scene) => `/w/${practice.code}/members/`;

export const memberPages: Listed[] = [
  {
    file: '(app)/w/[code]/members/page.tsx',
    title: 'Members',
    states: [
      { name: 'as administrator', as: 'admin', workspace: 'admin', arrive: at(members) },
      { name: 'as member', as: 'member', workspace: 'member', arrive: at(members) },
      { name: 'alone', as: 'admin', arrive: at(({ practice }) => `/w/${practice.pcn.code}/members/`) },
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
];
