import type { Page } from '@playwright/test';
import { accountPages } from './pages/accounts';
import { activityPages } from './pages/activity';
import { datasetPages } from './pages/datasets';
import { leavingPages } from './pages/leaving';
import { memberPages } from './pages/members';
import { platformPages } from './pages/platform';
import { publicPages } from './pages/public';
import { queuePages } from './pages/queue';
import { securityPages } from './pages/security';
import { workspacePages } from './pages/workspaces';
import type { Scene } from './scene';

/** One look of a page: who sees it, and how it comes about. */
export type State = {
  name: string;
  /** Nobody, unless it says who. */
  as?: keyof Scene['people'];
  workspace?: keyof Scene['workspaces'];
  /** Ends with the page in this state. */
  arrive: (page: Page, scene: Scene) => Promise<unknown>;
  /** What the document's title begins with, when the page's own is not it. */
  title?: string | ((scene: Scene) => string);
  /** Signed-out visitors carry no cookie, except who has just begun something. */
  cookies?: 'begun';
};

/** A page file, its title, and every state worth looking at. */
export type Listed = { file: string; title: string | ((scene: Scene) => string); states: State[] };

/** Every page of the product. A test fails when a page file is missing here. */
export const pages: Listed[] = [
  ...publicPages,
  ...accountPages,
  ...securityPages,
  ...leavingPages,
  ...workspacePages,
  ...memberPages,
  ...platformPages,
  ...queuePages,
  ...activityPages,
  ...datasetPages,
];
