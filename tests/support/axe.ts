import { expect, type Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with what axe finds on the page as it stands. */
export async function expectAccessible(page: Page, what: string) {
  // Half a megabyte: a page that was looked at before has it. No page of ours has a frame that would need it too.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(findViolations, standards);
  expect(violations, what).toEqual([]);
}

// Runs in the browser. What passes is counted and not described, which is most of the work.
async function findViolations(tags: string[]) {
  const { axe: there } = window as unknown as { axe: typeof axe };
  const found: AxeResults = await there.run(document, { runOnly: tags, resultTypes: ['violations'] });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' · ')}`);
}
