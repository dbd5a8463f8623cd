import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { askForFetch, askForUpload } from '@/lib/datasets/commands/ask-import';
import { confirmImport, discardImport } from '@/lib/datasets/commands/decide-import';
import { setSource } from '@/lib/datasets/commands/refresh';
import { giveUpImport, runImport } from '@/lib/datasets/commands/run-import';
import { fetchWeekly, setWeekly } from '@/lib/datasets/commands/schedule';
import { findImport, listDatasets, listImports, listLoads } from '@/lib/datasets/queries/administration';
import { pool } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { testDatabase } from '../support/database';
import { aPerson } from '../support/people';
import { file } from './files';
import { mapFile, openPractices } from './published';
import { everything, machine, one } from './register';

const { db } = await testDatabase();

const register = { kind: 'register', now: machine.now, requestId: 'test' } as const;
const clock = { kind: 'clock', now: machine.now, requestId: 'test' } as const;
const published = { body: '<html>Moved</html>', tag: '"first"', status: 200, asked: 0 };
const server = createServer((request, response) => {
  published.asked++;
  if (request.headers['if-none-match'] === published.tag) response.writeHead(304).end();
  else response.writeHead(published.status, { ETag: published.tag }).end(published.body);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => server.close());
const portOf = (address: AddressInfo | string | null) => (typeof address === 'object' ? address?.port : address);
const url = `http://127.0.0.1:${portOf(server.address())}/map_2026-08.csv`;

describe('imports that were asked for', { timeout: 120_000 }, async () => {
  const platform = await aPerson({ platformAdmin: true });
  const other = await aPerson();
  const sent = async (name: string, content: string) => {
    const asked = await askForUpload(platform, { ...file(name, content), size: Buffer.byteLength(content) });
    if (!asked.ok) throw new Error(asked.refusal);
    return asked.value.id;
  };
  const stateOf = async (id: string) => (await findImport(platform, id))?.state;
  const kept = () => readdirSync(path.join(env().DATA_DIR, 'files', 'imports')).length;
  const july = mapFile('01Jul2026');

  it('R02 nobody but the platform team may ask, see, confirm, discard, set a source or a schedule', async () => {
    const small = file('x.csv', 'x');
    expect(await askForUpload(other, { ...small, size: 1 })).toMatchObject({ refusal: 'not-permitted' });
    expect(await askForFetch(other, 'practice-map')).toMatchObject({ refusal: 'not-permitted' });
    expect(await setSource(other, 'practice-map', url)).toMatchObject({ refusal: 'not-permitted' });
    expect(await setWeekly(other, true)).toMatchObject({ refusal: 'not-permitted' });
    const id = await sent('page.html', '<html>No</html>');
    expect(await confirmImport(other, { id, force: true })).toMatchObject({ refusal: 'not-found' });
    expect(await discardImport(other, id)).toMatchObject({ refusal: 'not-found' });
    expect([await findImport(other, id), await listDatasets(other), await listImports(other)]).toEqual([
      null,
      null,
      [],
    ]);
    expect(await listLoads(other, 'practice-map')).toEqual([]);
    expect(await findImport(platform, id)).toMatchObject({ state: 'waiting', fileName: 'page.html' });
    expect((await listDatasets(platform))?.map(each => each.dataset)).toContain('successors');
  });

  it('R62 a web page instead of a file is refused in words, and its file goes', async () => {
    const before = kept();
    const id = await sent('gone.html', '<!doctype html><title>Gone</title>');
    await runImport(register, id);
    expect(await findImport(platform, id)).toMatchObject({ state: 'refused', refusal: { refusal: 'html' } });
    expect(kept()).toBe(before);
  });

  it('a file that was sent is checked, changes nothing, waits, and is loaded once it is confirmed', async () => {
    const before = await everything();
    const id = await sent('map.csv', july);
    await runImport(register, id);
    expect(await findImport(platform, id)).toMatchObject({
      state: 'to-confirm',
      refusal: null,
      reports: [{ dryRun: true, added: { practice: openPractices.length } }],
    });
    expect(await everything()).toEqual(before);
    await runImport(register, id);
    expect(await stateOf(id)).toBe('to-confirm');

    expect(await confirmImport(platform, { id, force: false })).toMatchObject({ ok: true });
    expect(await confirmImport(platform, { id, force: false })).toMatchObject({ refusal: 'not-waiting' });
    await runImport(register, id);
    await runImport(register, id);
    expect(await findImport(platform, id)).toMatchObject({ state: 'loaded', askedBy: platform.name });
    const [load] = await listLoads(platform, 'practice-map');
    expect(load).toMatchObject({ by: platform.name, current: true, period: '2026-07-01' });
    expect((await listDatasets(platform))?.[0]).toMatchObject({ loads: 1, current: { by: platform.name } });
    const audited = `SELECT string_agg(action, ' ' ORDER BY at, action) FROM audit WHERE subject = $1`;
    expect(await one(audited, [id])).toBe('dataset.import-asked dataset.import-confirmed');
  });

  it('what is loaded already is nothing new', async () => {
    const id = await sent('again.csv', july);
    await runImport(register, id);
    expect(await stateOf(id)).toBe('unchanged');
  });

  it('a file that was discarded is loaded by nobody', async () => {
    const before = await everything();
    const id = await sent('august.csv', mapFile('01Aug2026', openPractices.slice(0, 6190)));
    await runImport(register, id);
    expect(await discardImport(platform, id)).toMatchObject({ ok: true });
    expect(await confirmImport(platform, { id, force: true })).toMatchObject({ refusal: 'not-waiting' });
    await runImport(register, id);
    expect(await stateOf(id)).toBe('discarded');
    expect(await everything()).toEqual(before);
  });

  it('what the checks hold back needs a tick of its own; a damaged file cannot be ticked through', async () => {
    const id = await sent('june.csv', mapFile('01Jun2026'));
    await runImport(register, id);
    expect(await findImport(platform, id)).toMatchObject({ state: 'to-confirm', refusal: { refusal: 'older' } });
    expect(await confirmImport(platform, { id, force: false })).toMatchObject({ refusal: 'tick-first' });
    expect(await confirmImport(platform, { id, force: true })).toMatchObject({ ok: true });
    await runImport(register, id);
    expect(await stateOf(id)).toBe('loaded');
    const damaged = await sent('cut.csv', july.slice(0, july.length - 40));
    await runImport(register, damaged);
    expect(await stateOf(damaged)).toBe('refused');
    expect(await confirmImport(platform, { id: damaged, force: true })).toMatchObject({ refusal: 'not-waiting' });
  });

  it('while another load runs, the queue tries again; what no try can finish is said to have failed', async () => {
    const id = await sent('busy.csv', mapFile('01Aug2026'));
    const client = await pool().connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock(72707371)');
      await expect(runImport(register, id)).rejects.toThrow();
      expect(await findImport(platform, id)).toMatchObject({ state: 'again', refusal: { refusal: 'busy' } });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
    await giveUpImport(register, id);
    expect(await findImport(platform, id)).toMatchObject({ state: 'failed', refusal: { refusal: 'busy' } });
  });

  it('R62 what is fetched is loaded at once if little changes, and not fetched again while its tag stays', async () => {
    expect(await askForFetch(platform, 'practice-map')).toMatchObject({ refusal: 'no-source' });
    await setSource(platform, 'practice-map', url);
    const fetched = async () => {
      const asked = await askForFetch(platform, 'practice-map');
      if (!asked.ok) throw new Error(asked.refusal);
      await runImport(register, asked.value.id);
      return findImport(platform, asked.value.id);
    };
    expect(await fetched()).toMatchObject({ state: 'refused', refusal: { refusal: 'html' } });
    Object.assign(published, { status: 503 });
    expect(await fetched()).toMatchObject({ state: 'failed', refusal: { facts: { reason: 'answered 503' } } });
    Object.assign(published, {
      status: 200,
      tag: '"second"',
      body: mapFile('01Sep2026', openPractices.slice(0, 6195)),
    });
    expect(await fetched()).toMatchObject({ state: 'loaded', reports: [{ closed: { practice: 5 } }] });
    expect(await fetched()).toMatchObject({ state: 'unchanged', reports: [] });
  });

  it('a large difference that was fetched waits for somebody, and is asked for only once', async () => {
    Object.assign(published, { tag: '"third"', body: mapFile('01Oct2026', openPractices.slice(0, 6100)) });
    const asked = await askForFetch(platform, 'practice-map');
    expect(await askForFetch(platform, 'practice-map')).toMatchObject({ refusal: 'under-way' });
    if (!asked.ok) throw new Error(asked.refusal);
    await runImport(register, asked.value.id);
    expect(await findImport(platform, asked.value.id)).toMatchObject({
      state: 'to-confirm',
      reports: [{ closed: { practice: 95 } }],
    });
    await discardImport(platform, asked.value.id);
  });

  it('the schedule fetches when somebody has turned it on, each dataset once, and tells the team what waits, once', async () => {
    expect(await fetchWeekly(clock)).toBe(0);
    await setWeekly(platform, true);
    expect(await fetchWeekly(clock)).toBe(1);
    expect(await fetchWeekly(clock)).toBe(0);
    await setWeekly(platform, false);
    const scheduled = (await listImports(platform, 50)).filter(each => each.source === 'schedule');
    expect(scheduled).toMatchObject([{ dataset: 'practice-map', state: 'waiting', askedBy: null }]);
    const toldOf = async () =>
      (await db.mail.findMany({ where: { kind: 'data-waiting' } })).map(mail => mail.userId).join();
    expect(await toldOf()).toBe('');
    for (const { id } of scheduled) for (const _ of [1, 2]) await runImport(register, id);
    expect(await stateOf(scheduled[0]?.id ?? '')).toBe('to-confirm');
    expect(await toldOf()).toBe(platform.userId);
  });
});
