import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { db } from '@/lib/platform/db';
import type { Listed } from '../pages';
import type { Scene } from '../scene';
import { at } from './steps';

export const datasetPages: Listed[] = [
  {
    file: '(app)/admin/datasets/page.tsx',
    title: 'Data',
    states: [
      { name: 'what is loaded', as: 'platform', arrive: at('/admin/datasets/') },
      {
        name: 'a file waits',
        as: 'platform',
        arrive: async (page, scene) => {
          await anImport(scene, { state: 'to-confirm' });
          await page.goto('/admin/datasets/');
        },
      },
    ],
  },
  {
    file: '(app)/admin/datasets/[id]/page.tsx',
    title: 'Patients registered at a GP practice',
    states: [
      { name: 'with its history', as: 'platform', arrive: at('/admin/datasets/list-sizes/') },
      {
        name: 'never loaded',
        as: 'platform',
        title: 'Successors of closed organisations',
        arrive: at('/admin/datasets/successors/'),
      },
    ],
  },
  {
    file: '(app)/admin/datasets/imports/[id]/page.tsx',
    title: 'figures.csv',
    states: [
      { name: 'to confirm', as: 'platform', arrive: opened({ state: 'to-confirm' }) },
      { name: 'held back', as: 'platform', arrive: opened({ state: 'to-confirm', refusal: 'older' }) },
      { name: 'under way', as: 'platform', arrive: opened({ state: 'loading' }) },
      { name: 'refused', as: 'platform', arrive: opened({ state: 'refused', refusal: 'html' }) },
      { name: 'tried again', as: 'platform', arrive: opened({ state: 'checking', refusal: 'busy' }) },
      { name: 'given up', as: 'platform', arrive: opened({ state: 'failed', refusal: 'our-side' }) },
      { name: 'failed', as: 'platform', arrive: opened({ state: 'failed' }) },
    ],
  },
];

type Wanted = { state: string; refusal?: string };

/** An import as the queue would have left it; no job runs for it, because none was asked for. */
async function anImport({ people }: Scene, { state, refusal }: Wanted): Promise<string> {
  const now = new Date();
  const facts = { period: '2026-06-01', current: '2026-07-01' };
  const { id } = await db().datasetImport.create({
    data: {
      ...{ id: randomUUID(), source: 'upload', fileName: 'figures.csv', size: 20_600_000, state },
      ...{ askedById: people.platform.userId, askedAt: now, changedAt: now },
      ...(refusal ? { refusal: { refusal, facts } } : {}),
    },
  });
  return id;
}

function opened(wanted: Wanted) {
  return async (page: Page, scene: Scene) => page.goto(`/admin/datasets/imports/${await anImport(scene, wanted)}/`);
}
