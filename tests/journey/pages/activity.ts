import type { Listed } from '../pages';
import { at } from './steps';

export const activityPages: Listed[] = [
  {
    file: '(app)/w/[code]/activity/page.tsx',
    title: 'Activity',
    states: [
      {
        name: 'as administrator',
        as: 'admin',
        workspace: 'admin',
        arrive: at(({ practice }) => `/w/${practice.code}/activity/`),
      },
      { name: 'nothing yet', as: 'admin', arrive: at(({ practice }) => `/w/${practice.pcn.code}/activity/`) },
      {
        name: 'no match',
        as: 'admin',
        arrive: at(({ practice }) => `/w/${practice.code}/activity/?kind=requests&q=qqqq&from=2026-01-01`),
      },
    ],
  },
  {
    file: '(app)/admin/activity/page.tsx',
    title: 'Activity of the platform',
    states: [
      { name: 'everything', as: 'platform', arrive: at('/admin/activity/') },
      { name: 'requests alone', as: 'platform', arrive: at('/admin/activity/?kind=requests') },
    ],
  },
];
