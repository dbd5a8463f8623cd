import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { refreshDatasets, setSource } from '@/lib/datasets/commands/refresh';
import { testDatabase } from '../support/database';
import { mapFile } from './published';
import { everything, machine, one } from './register';

await testDatabase();

// The publisher: answers with what the test puts there, under a tag of its own.
const published = { body: '<html>Moved</html>', tag: '"first"', status: 200, asked: 0 };
const server = createServer((request, response) => {
  published.asked++;
  if (request.headers['if-none-match'] === published.tag) response.writeHead(304).end();
  else response.writeHead(published.status, { ETag: published.tag }).end(published.body);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => server.close());
const addressOf = (address: AddressInfo | string | null) => (typeof address === 'object' ? address?.port : address);
const url = `http://127.0.0.1:${addressOf(server.address())}/practices/map_2026-07.csv`;

describe('fetching what is published', { timeout: 60_000 }, () => {
  it('without a source nothing is fetched, and nothing is claimed', async () => {
    expect(await refreshDatasets(machine)).toEqual([]);
  });

  it('a source is a web address', async () => {
    expect(await setSource(machine, 'practice-map', 'file:///etc/passwd')).toMatchObject({ ok: false });
    expect(await setSource(machine, 'practice-map', url)).toMatchObject({ ok: true });
  });

  it('R62 an error page answered as a file is refused, is no new version, and is asked for again', async () => {
    const before = await everything();
    expect(await refreshDatasets(machine)).toMatchObject([
      { outcome: 'imported', result: { ok: false, refusal: 'html' } },
    ]);
    expect(await everything()).toEqual(before);
    expect(await one(`SELECT etag FROM datasets WHERE id = 'practice-map'`)).toBeNull();
  });

  it('a file is imported once, and not fetched again until it changes', async () => {
    Object.assign(published, { body: mapFile(), tag: '"second"' });
    expect(await refreshDatasets(machine)).toMatchObject([
      { outcome: 'imported', result: { ok: true, value: [{ added: { practice: 6200 } }] } },
    ]);
    expect(await refreshDatasets(machine)).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('R62 a publisher that fails or is gone changes nothing', async () => {
    const before = await everything();
    Object.assign(published, { tag: '"third"', status: 503 });
    expect(await refreshDatasets(machine)).toMatchObject([{ outcome: 'unreachable', reason: 'answered 503' }]);
    await setSource(machine, 'practice-map', 'http://127.0.0.1:1/');
    expect(await refreshDatasets(machine)).toMatchObject([{ outcome: 'unreachable', reason: 'could not be reached' }]);
    expect(await everything()).toEqual(before);
  });
});
