import type { Listed } from '../pages';
import { at } from './steps';

export const workspacePages: Listed[] = [
  {
    file: '(app)/workspaces/page.tsx',
    title: 'Your workspaces',
    states: [
      { name: 'none yet', as: 'newcomer', arrive: at('/workspaces/') },
      { name: 'several, and some wait', as: 'admin', workspace: 'admin', arrive: at('/workspaces/') },
      { name: 'only waiting', as: 'asker', arrive: at('/workspaces/') },
    ],
  },
];
