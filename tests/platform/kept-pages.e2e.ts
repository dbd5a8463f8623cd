import { readFileSync } from 'node:fs';
import { get as ask, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { origin } from '../support/installation';

// Prerendered pages come from memory after the first time (scripts/kept-pages.mjs). Asked by hand: a browser keeps pages
// of its own.
const { routes } = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8'));
const pages = Object.keys(routes)
  .filter(route => !/^\/_|\.\w+$/.test(route))
  .map(route => (route === '/' ? route : `${route}/`));

async function answer(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const said = await new Promise<IncomingMessage>((resolve, reject) => {
    ask(new URL(path, origin), { headers, method }, resolve).once('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of said) chunks.push(chunk);
  const { date: _date, ...kept } = said.headers;
  return { status: said.statusCode, headers: kept, body: Buffer.concat(chunks) };
}

test('R60 a page from memory is the page itself: same bytes, same headers, one policy, no cookie', async () => {
  expect(pages).toContain('/');
  for (const page of pages) {
    await answer(page);
    const kept = await answer(page);
    // A query is passed to Next.js.
    const fresh = await answer(`${page}?fresh`);
    expect(kept.status, page).toBe(200);
    expect(kept.body.equals(fresh.body), page).toBe(true);
    expect(kept.headers, page).toEqual(fresh.headers);
    expect(kept.headers['content-security-policy'], page).toContain("script-src 'self' 'sha256-");
    expect(kept.headers['set-cookie'], page).toBeUndefined();
    expect((await answer(page, { cookie: 'session=somebody; has-session=1' })).body.equals(kept.body), page).toBe(true);
  }
});

test('it comes packed to whoever can unpack it, without a body to HEAD, and not again to whoever has it', async () => {
  const whole = await answer('/');
  const packed = await answer('/', { 'accept-encoding': 'br;q=1, gzip;q=0.8' });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers.vary).toMatch(/Accept-Encoding/i);
  expect(gunzipSync(packed.body).equals(whole.body)).toBe(true);
  expect((await answer('/', { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding']).toBeUndefined();

  const head = await answer('/', {}, 'HEAD');
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, `${whole.body.length}`]);

  const tag = String(whole.headers.etag);
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const same = await answer('/', { 'if-none-match': known });
    expect([same.status, same.body.length], known).toEqual([304, 0]);
    expect(same.headers['content-security-policy'], known).toBe(whole.headers['content-security-policy']);
  }
  expect((await answer('/', { 'if-none-match': '"other"' })).status).toBe(200);
});

test('what asks for something else at the same address is answered by the application', async () => {
  await answer('/help/');
  const whole = await answer('/help/');
  const data = await answer('/help/?_rsc', { rsc: '1' });
  expect(data.headers['content-type']).toContain('text/x-component');
  expect((await answer('/help/', { rsc: '1' })).body.equals(whole.body)).toBe(false);
  const posted = await answer('/help/', { 'content-type': 'application/x-www-form-urlencoded' }, 'POST');
  expect(posted.body.equals(whole.body)).toBe(false);
  expect((await answer('/nothing-is-here/')).status).toBe(404);
  expect((await answer('/nothing-is-here/')).status).toBe(404);
});
