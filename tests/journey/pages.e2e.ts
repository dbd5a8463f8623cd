import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { site } from '@/lib/core/site';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { type Listed, pages, type State } from './pages';
import { aScene, type Scene } from './scene';

const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };

let scene: Scene;

test.beforeAll(async () => {
  scene = await aScene();
});

test('every page file is in the list of pages', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    file => /(^|\/)(page|not-found)\.tsx$/.test(file) && !file.includes('[...rest]'),
  );
  expect(pages.map(({ file }) => file).sort()).toEqual(files.sort());
});

test('no two pages have the same title', () => {
  const titles = pages.map(({ title }) => title).filter(title => typeof title === 'string');
  expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
});

test('R65 a button without a name is found, on a page that was looked at before too', async ({ seat }) => {
  const page = await seat();
  await page.goto('/');
  await expectAccessible(page, 'as it is');
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  await expect(expectAccessible(page, 'with the button')).rejects.toThrow('button-name: <button></button>');
});

for (const listed of pages) {
  for (const state of listed.states) {
    test(`R65 ${listed.file}, ${state.name}: accessible, wide and narrow, light and dark`, async ({ seat }) => {
      const { as: who, workspace } = state;
      const page = await seat({ as: who && scene.people[who], workspace: workspace && scene.workspaces[workspace].id });
      await page.setViewportSize(wide);
      await page.emulateMedia({ colorScheme: 'light' });
      await state.arrive(page, scene);
      await expectTitle(page, listed, state);
      await look(page, `${listed.file} ${state.name}`);
      if (!state.as && !state.cookies) expect(await page.context().cookies(), 'R64 no cookie').toEqual([]);
    });
  }
}

/** The page as it stands, wide in light colours and narrow in dark ones: both sizes and both schemes in two looks. */
async function look(page: Page, what: string) {
  await expectAccessible(page, `${what}, wide and light`);
  await photograph(page, `${what} wide`);
  await page.setViewportSize(narrow);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'no horizontal scrolling at 320 pixels').toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, `${what}, narrow and dark`);
  await photograph(page, `${what} narrow`);
}

async function expectTitle(page: Page, listed: Listed, state: State) {
  const wanted = state.title ?? listed.title;
  const begins = literally(typeof wanted === 'string' ? wanted : wanted(scene));
  await expect(page).toHaveTitle(new RegExp(`^${begins}(?![\\w’])`));
  await expect(page).toHaveTitle(new RegExp(literally(site.name)));
  await expect(page.locator('head title, body title:not(svg title)')).toHaveCount(1);
  await expect(page.locator('h1')).toHaveCount(1);
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// SHOTS=folder keeps a picture of everything that was looked at, in both schemes, for people.
async function photograph(page: Page, what: string) {
  if (!process.env.SHOTS) return;
  const file = `${process.env.SHOTS}/${what.replace(/[^\w]+/g, '-')}`;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${file}-${colorScheme}.png`, fullPage: true });
  }
}
