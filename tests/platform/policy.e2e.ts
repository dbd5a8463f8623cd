import { readFileSync } from 'node:fs';
import { type APIResponse, expect, test } from '@playwright/test';

type Manifest = { routes: Record<string, unknown> };

const manifest: Manifest = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8'));
// Next's own pages for errors are asked for by address below.
const prerendered = Object.keys(manifest.routes).filter(route => !route.startsWith('/_'));

const policies = (response: APIResponse) =>
  response
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === 'content-security-policy')
    .map(({ value }) => value);

function expectStrict(response: APIResponse, what: string) {
  const found = policies(response);
  expect(found, `${what} has one policy`).toHaveLength(1);
  expect(found[0], what).not.toContain('unsafe');
  expect(found[0], what).toContain("frame-ancestors 'none'");
  // Pages of what is not there, or failed, come without a script.
  expect(found[0], what).toMatch(/script-src ('none'|'self' '(sha256|nonce)-)/);
}

test('R60 every prerendered page has one strict policy, read and posted to', async ({ request }) => {
  expect(prerendered.length).toBeGreaterThan(0);
  for (const route of prerendered) {
    if (route.includes('.')) continue;
    expectStrict(await request.get(route), `GET ${route}`);
    expectStrict(await request.post(route, { form: { field: 'value' } }), `POST ${route}`);
  }
});

test('R60 an address that does not exist has one strict policy too', async ({ request }) => {
  for (const address of ['/nothing-here/', '/accounts/nothing-here/', '/tools/nothing-here/', '/w/nothing/']) {
    const response = await request.get(address, { maxRedirects: 0 });
    expectStrict(response, address);
  }
});

test('R60 the headers that keep a page to itself are on pages and answers alike', async ({ request }) => {
  for (const address of ['/', '/nothing-here/', '/healthz']) {
    const headers = (await request.get(address)).headers();
    expect(headers['x-content-type-options'], address).toBe('nosniff');
    expect(headers['cross-origin-opener-policy'], address).toBe('same-origin');
    expect(headers['strict-transport-security'], address).toMatch(/max-age=(3153600\d|[4-9]\d{7})/);
    expect(headers['x-powered-by'], address).toBeUndefined();
  }
});

test('R60 a browser finds nothing to block on prerendered pages', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error' && /Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  for (const route of prerendered) {
    if (!route.includes('.')) await page.goto(route);
  }
  expect(complaints).toEqual([]);
});

test('R60 a script put into a page does not run', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('div');
    script.innerHTML = '<img src="data:," onerror="document.title = \'run\'">';
    document.body.append(script);
  });
  await expect(page).not.toHaveTitle('run');
});
