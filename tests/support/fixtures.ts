import { type BrowserContext, test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { cookieNames } from './cookies';
import { origin } from './installation';

/** Who is to sit at a browser, and how. */
type Wishes = {
  /** Who sits at this browser: somebody with a session, or nobody. */
  as?: { sessionToken: string };
  /** The membership that the workspace cookie names. */
  workspace?: string;
  javaScript?: boolean;
  /** Another installation than the one under test. */
  at?: string;
  viewport?: { width: number; height: number };
};

/** Opens a browser of its own for each person of a test. */
export type Visit = (wishes?: Wishes) => Promise<Page>;

/** One browser for many short looks, which is quicker: whoever sat there before has left with their cookies. */
export type Seat = (wishes?: Pick<Wishes, 'as' | 'workspace'>) => Promise<Page>;

type Shared = { context: BrowserContext; page: Page; complaints: string[] };

/**
 * `visit` gives a page in a browser of its own. Whatever any of them complained about (an error in the console, a
 * blocked script, a request that left this site) fails the test at its end.
 */
export const test = base.extend<{ visit: Visit; seat: Seat }, { shared: Shared }>({
  visit: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async wishes => {
      const at = wishes?.at ?? origin;
      const context = await browser.newContext({
        baseURL: at,
        javaScriptEnabled: wishes?.javaScript ?? true,
        ...(wishes?.viewport ? { viewport: wishes.viewport } : {}),
      });
      contexts.push(context);
      listen(context, at, complaints);
      await context.addCookies(cookiesOf(at, wishes));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(complaints, calm).toEqual([]);
  },

  seat: async ({ shared: { context, page, complaints } }, use) => {
    complaints.length = 0;
    await use(async wishes => {
      await context.clearCookies();
      await context.addCookies(cookiesOf(origin, wishes));
      return page;
    });
    expect(complaints, calm).toEqual([]);
  },

  shared: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ baseURL: origin, locale: 'en-GB' });
      context.setDefaultTimeout(15_000);
      const complaints: string[] = [];
      listen(context, origin, complaints);
      await use({ context, page: await context.newPage(), complaints });
      await context.close();
    },
    { scope: 'worker' },
  ],
});

const calm = 'nothing in the console, nothing blocked, nothing from elsewhere';

export { expect };

/** What the browser of such a person holds. */
export function cookiesOf(url: string, { as: person, workspace }: Wishes = {}) {
  const carried = [
    ...(person ? [[cookieNames.session, person.sessionToken] as const, [cookieNames.marker, '1'] as const] : []),
    ...(workspace ? [[cookieNames.workspace, workspace] as const] : []),
  ];
  return carried.map(([name, value]) => ({ name, value, url }));
}

function listen(context: BrowserContext, home: string, complaints: string[]) {
  context.on('console', message => {
    if (message.type() === 'error' && !isAnswerOfThePage(message))
      complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('weberror', error => complaints.push(String(error.error())));
  context.on('request', request => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== home) complaints.push(`a request to ${request.url()}`);
  });
}

// A page that answers 404, as a test wanted, is reported by the browser like a missing picture.
const isAnswerOfThePage = (message: ConsoleMessage) =>
  message.text().startsWith('Failed to load resource') && message.location().url === message.page()?.url();
