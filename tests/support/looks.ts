import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect } from './fixtures';

/** Looks at a page in the middle of a walk: nothing scrolls sideways and, where scripts run, axe finds nothing. */
export const looksAt = (javaScript: boolean) => async (page: Page, what: string) => {
  if (javaScript) await expectAccessible(page, what);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
};
