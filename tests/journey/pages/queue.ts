import type { Page } from '@playwright/test';
import { press } from '../../support/forms';
import type { Listed } from '../pages';
import type { Scene } from '../scene';
import { at } from './steps';

/** Ticks the requests of these people to the practice without an admin, and lays them out to be checked. */
async function layOut(page: Page, { empty }: Scene, names: readonly string[], button: RegExp) {
  await page.goto(`/admin/requests/?org=${empty.code}`);
  for (const name of names)
    await page
      .getByRole('checkbox', { name: `Tick ${name}` })
      .first()
      .check();
  await press(page, button);
}

const checked = async (page: Page, scene: Scene) => {
  await layOut(page, scene, ['Amir Asker'], /^Approve ticked/);
  await page.waitForURL('**/bulk/**');
};

/** Somebody whose request is turned down together with others: nobody else on the list of pages needs it. */
async function decided(page: Page, scene: Scene) {
  await scene.ask(scene.people.twice, scene.empty.code).catch(() => undefined);
  await layOut(page, scene, ['Tess Twice'], /^Reject ticked/);
  await page.getByLabel('We do not know this person').check();
  await press(page, 'Decide as chosen');
  await page.getByRole('heading', { name: 'What was decided' }).waitFor();
}

const unnamed = async (page: Page, scene: Scene) => {
  await at('/admin/requests/?waiting=all&flag=personal')(page, scene);
  await press(page, 'Save filters');
  await page.getByRole('alert').filter({ hasText: 'There is a problem' }).waitFor();
};

/** Filters of a name as long as can be; they stay, so that the next time there is only the link. */
async function saved(page: Page, scene: Scene) {
  await at('/admin/requests/?waiting=all&age=late&kind=practice')(page, scene);
  const name = page.getByLabel('Name to save these filters under');
  if ((await name.count()) > 0) {
    await name.fill('Practices that have waited for too long, whoever decides');
    await press(page, 'Save filters');
  }
  await page.getByText('You saved these filters as').waitFor();
}

export const queuePages: Listed[] = [
  {
    file: '(app)/admin/requests/page.tsx',
    title: 'Requests',
    states: [
      { name: 'the queue', as: 'platform', arrive: at('/admin/requests/') },
      { name: 'no match', as: 'platform', arrive: at('/admin/requests/?q=qqqqqqq') },
      { name: 'narrowed', as: 'platform', arrive: at('/admin/requests/?waiting=all&assignee=nobody&kind=practice') },
      { name: 'filters saved', as: 'platform', arrive: saved },
      { name: 'filters without a name', as: 'platform', arrive: unnamed },
      {
        name: 'nothing ticked',
        as: 'platform',
        arrive: async (page, scene) => {
          await layOut(page, scene, [], /^Approve ticked/);
          await page.getByText('Tick the requests you want to decide.').waitFor();
        },
      },
    ],
  },
  {
    file: '(app)/admin/requests/bulk/[id]/page.tsx',
    title: 'Check what you are about to approve',
    states: [
      { name: 'to check', as: 'platform', arrive: checked },
      {
        name: 'without a reason',
        as: 'platform',
        title: 'Error: Check what you are about to approve',
        arrive: async (page, scene) => {
          await checked(page, scene);
          await page.getByLabel('What happens to the request of Amir Asker').selectOption('Reject');
          await press(page, 'Decide as chosen');
          await page.getByRole('alert').filter({ hasText: 'There is a problem' }).waitFor();
        },
      },
      { name: 'done', as: 'platform', title: 'What was decided', arrive: decided },
    ],
  },
];
