import { expect, type Locator, type Page } from '@playwright/test';
import { password } from './forms';

/** Goes to a link or a button and presses it. */
export async function follow(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a field, and types over what is in it. */
export async function type(page: Page, target: Locator, text: string) {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Moves with Tab until the thing has the focus, and sees that it shows it. */
export async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < 150; stops++) {
    const { reached, shown } = await target.evaluate(element => {
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      return {
        reached: element === document.activeElement,
        shown: outlineStyle !== 'none' || boxShadow !== 'none',
      };
    });
    if (reached) {
      expect(shown, `${target} shows that it has the focus`).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target}`);
}

/** What is wrong is heard first, by focus and title. */
export async function hearsProblem(page: Page, said: string | RegExp): Promise<Locator> {
  const problem = page.getByRole('alert', { name: 'There is a problem' });
  await expect(problem).toContainText(said);
  await expect(problem).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  return problem;
}

/** From there the keyboard goes to the field that it is about. */
export async function fromProblemTo(page: Page, said: string | RegExp, field: Locator) {
  const problem = await hearsProblem(page, said);
  await follow(page, problem.getByRole('link').first());
  await expect(field).toBeFocused();
}

/** The title of a page that is not waited for by its address. */
export const arrives = (page: Page, title: string) => expect(page).toHaveTitle(new RegExp(`^${title} – `));

/** Fills in the sign-in page that is open. */
export async function signInByKeys(page: Page, email: string, typed = password) {
  await type(page, page.getByLabel('Email address'), email);
  await type(page, page.getByLabel('Password', { exact: true }), typed);
  await page.keyboard.press('Enter');
}

/** Proves who is there on the page that asks. */
export async function confirmByKeys(page: Page) {
  await expect(page.getByRole('heading', { name: 'Confirm it is you' })).toBeVisible();
  await type(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');
}

type Stop = { what: string; top: number; bottom: number; left: number; right: number; shown: boolean; inMain: boolean };

/**
 * Goes through the whole page with Tab: everything that can be pressed gets the focus and shows it, none of it keeps the
 * focus, and inside the main part the order is the one in which the page is read, column by column. Once more where the
 * page has just come and scripts were still at work on it.
 */
export const expectReadingOrder = (page: Page, what: string) =>
  expect(() => tabThrough(page, what)).toPass({ timeout: 10_000 });

async function tabThrough(page: Page, what: string) {
  const wanted = await page.evaluate(beginTabbing);
  for (let count = 0; count < wanted; count++) await page.keyboard.press('Tab');
  const { stops, missed } = await page.evaluate(endTabbing);
  expect(missed, `${what}: reached by Tab`).toEqual([]);
  const hidden = stops.filter(({ shown }) => !shown).map(stop => stop.what);
  expect(hidden, `${what}: shows that it has the focus`).toEqual([]);
  const read = stops.filter(({ inMain }) => inMain);
  const back = read.flatMap((stop, place) => {
    const before = read[place - 1];
    if (!before || stop.left >= before.right) return [];
    const sameLine = stop.top < before.bottom && stop.bottom > before.top;
    return (sameLine ? stop.left < before.left : stop.top < before.top) ? [`${before.what} → ${stop.what}`] : [];
  });
  expect(back, `${what}: the focus goes as the page is read`).toEqual([]);
}

/** Stands before the first stop, and writes down every thing that gets the focus. Answers how many there are to be. */
function beginTabbing(): number {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')];
  const visible = all.filter(element => element.checkVisibility() && !element.matches('[type=hidden], :disabled'));
  // A group of radio buttons is one stop.
  const group = (element: HTMLElement) => (element.matches('[type=radio]') ? element.getAttribute('name') : null);
  const wanted = visible.filter(
    (element, place) => !group(element) || visible.findIndex(each => group(each) === group(element)) === place,
  );
  const start = document.createElement('span');
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  const stops: Stop[] = [];
  const reached = new Set<HTMLElement>();
  const see = ({ target: element }: Event) => {
    if (!(element instanceof HTMLElement)) return;
    reached.add(wanted.find(each => group(each) && group(each) === group(element)) ?? element);
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    stops.push({
      what: (element.textContent || element.getAttribute('aria-label') || element.getAttribute('name') || '').trim(),
      top: top + scrollY,
      bottom: bottom + scrollY,
      left,
      right,
      shown: outlineStyle !== 'none' || boxShadow !== 'none',
      inMain: element.closest('main') !== null,
    });
  };
  document.addEventListener('focusin', see);
  document.addEventListener(
    'tabbed',
    event => {
      document.removeEventListener('focusin', see);
      start.remove();
      const missed = wanted.filter(element => !reached.has(element)).map(({ outerHTML }) => outerHTML.slice(0, 120));
      if (event instanceof CustomEvent) Object.assign(event.detail, { stops, missed });
    },
    { once: true },
  );
  return wanted.length;
}

function endTabbing(): { stops: Stop[]; missed: string[] } {
  const detail = { stops: [], missed: [] };
  document.dispatchEvent(new CustomEvent('tabbed', { detail }));
  return detail;
}
