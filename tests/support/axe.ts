import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with what axe finds on the page as it stands. */
export async function expectAccessible(page: Page, what: string) {
  // No page of ours has a frame from elsewhere, so axe needs no second page to gather what it found in frames.
  const { violations } = await new AxeBuilder({ page }).withTags(standards).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' · ')}`),
    what,
  ).toEqual([]);
}
