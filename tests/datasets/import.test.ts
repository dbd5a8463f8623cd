import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { importFile } from '@/lib/datasets/commands/import-file';
import { findOrganisation } from '@/lib/organisations/queries/find-organisation';
import { pool, query } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { file, gzipped, registerRow, zipped } from './files';
import { mapFile, openPractices, sizesFile } from './published';
import { everything, machine, one } from './register';

const { url } = await testDatabase();

const map = mapFile();
const sizes = sizesFile();
const whole = { map: file('map.csv', map), sizes: file('sizes.zip', await zipped({ 'sizes.csv': sizes })) };
const lines = sizes.split('\n');
const half = lines.slice(0, lines.length / 2).join('\n');
const zip = await zipped({ 'sizes.csv': sizes });
const two = await zipped({ 'a.csv': sizes, 'b.csv': sizes });
const recoded = openPractices.map((each, at) => (at % 15 === 0 ? { ...each, code: `A99${100 + at / 15}` } : each));
const imported = (of: { path: string; fileName: string }, options = {}) => importFile(machine, { ...of, ...options });

describe('importing', { timeout: 60_000 }, () => {
  it('asks for the register before figures, members or PCNs', async () => {
    expect(await imported(whole.sizes)).toMatchObject({ ok: false, refusal: 'register-first' });
    expect(await one('SELECT count(*)::int FROM list_sizes')).toBe(0);
  });

  it('a dry run reports what would change and writes nothing', async () => {
    const before = await everything();
    const result = await imported(whole.map, { dryRun: true });
    expect(result).toMatchObject({ ok: true, value: [{ dryRun: true, added: { practice: openPractices.length } }] });
    expect(await everything()).toEqual(before);
  });

  it('only a platform administrator or the machine may import', async () => {
    const anonymous = { kind: 'anonymous', now: machine.now, requestId: 'test' } as const;
    expect(await importFile(anonymous, whole.map)).toMatchObject({ ok: false, refusal: 'not-permitted' });
  });

  it('brings the whole hierarchy and its figures, with a load, an audit row and a report', async () => {
    const [first] = [await imported(whole.map), await imported(whole.sizes)];
    expect(first).toMatchObject({
      ok: true,
      value: [{ added: { practice: 6200, pcn: 1300, sub_icb: 106, icb: 36, region: 7 } }],
    });
    const [practice] = openPractices;
    const found = await findOrganisation(practice?.code ?? '');
    expect(found).toMatchObject({
      status: 'open',
      linkable: true,
      demonstration: false,
      pcn: { code: practice?.pcnCode },
    });
    expect(await one(`SELECT count(*)::int FROM audit WHERE action = 'dataset.loaded'`)).toBe(2);
    expect(
      await one(`SELECT report->>'patients' FROM dataset_loads WHERE dataset_id = 'list-sizes' AND state = 'loaded'`),
    ).toBe(String(await one(`SELECT total FROM list_sizes WHERE code = 'E92000001'`)));
  });

  it('the same file again changes nothing and says so', async () => {
    const before = await everything();
    for (const again of [whole.map, whole.sizes]) {
      expect(await imported(again)).toMatchObject({
        ok: true,
        value: [{ nothingChanged: true, added: {}, changed: {}, closed: {} }],
      });
    }
    expect(await everything()).toEqual(before);
  });

  const damaged: [string, string, string | Buffer][] = [
    ['a ZIP that was cut short', 'damaged', zip.subarray(0, zip.length - 5000)],
    ['a gzip that was cut short', 'damaged', gzipped(sizes).subarray(0, 100_000)],
    ['a CSV cut within a row', 'wrong-width', sizes.slice(0, sizes.lastIndexOf(',', sizes.length - 40))],
    ['a CSV cut between two rows', 'does-not-add-up', lines.slice(0, -5000).join('\n')],
    ['half the figures', 'too-few-practices', half],
    ['a web page instead of the file', 'html', '<!DOCTYPE html><title>Not found</title>'],
    ['a web page inside a gzip', 'html', gzipped('<html><body>Sign in</body></html>')],
    ['rows with a column more', 'wrong-width', lines.map((line, at) => (at < 5 ? line : `${line},`)).join('\n')],
    ['an empty file', 'empty', ''],
    ['two files in one ZIP', 'not-one-file', two],
    ['another table', 'unknown-layout', 'name,amount\nElm,3\n'],
    ['half the practices', 'too-few-practices', mapFile('01Aug2026', openPractices.slice(0, 3100))],
    ['enough practices, but one in fifteen under another code', 'too-many-missing', mapFile('01Aug2026', recoded)],
    ['an older month', 'older', mapFile('01Jun2026')],
  ];

  it.each(damaged)('R62 refuses %s, and what was loaded before stays (%s)', async (_, refusal, content) => {
    const before = await everything();
    const result = await imported(file('bad', content));
    expect(result).toMatchObject({ ok: false, refusal });
    expect(await everything()).toEqual(before);
  });

  it('R62 the next month, whole, is taken: the refusals above were for their faults', async () => {
    // CRLF, a byte order mark and no last line break are no faults.
    const august = `\uFEFF${mapFile('01Aug2026', openPractices.slice(0, 6190)).trimEnd()}`;
    const result = await imported(file('august.csv', august));
    expect(result).toMatchObject({ ok: true, value: [{ period: '2026-08-01', closed: { practice: 10 } }] });
  });

  it('who left the map is marked and kept, with its history', async () => {
    const code = openPractices.at(-1)?.code ?? '';
    expect(await findOrganisation(code)).toMatchObject({ status: 'missing', linkable: false });
    const versions = await query<{ from: string; to: string | null; status: string }>(
      `SELECT to_char(valid_from, 'YYYY-MM-DD') AS "from", to_char(valid_to, 'YYYY-MM-DD') AS "to", status
       FROM organisation_versions WHERE code = $1 ORDER BY valid_from`,
      [code],
    );
    expect(versions).toEqual([
      { from: '2026-07-01', to: '2026-08-01', status: 'open' },
      { from: '2026-08-01', to: null, status: 'missing' },
    ]);
    expect(await one('SELECT count(*)::int FROM list_sizes WHERE code = $1', [code])).toBe(1);
  });

  it('an older register adds addresses and dates, but does not overrule the newer map', async () => {
    const [first, second] = openPractices;
    const rows = openPractices.slice(0, 6100).map(each =>
      registerRow({
        code: each.code,
        name: each === first ? 'OLD NAME' : each.name,
        status: each === second ? 'D' : 'A',
      }),
    );
    const closed = registerRow({ code: 'A99991', name: 'SHUT SURGERY', status: 'C', closed: '20190331' });
    const hospital = registerRow({ code: 'A99992', name: 'A HOSPITAL', setting: '10' });
    const result = await imported(file('epraccur_2025-08.csv', [...rows, closed, hospital].join('\n')));
    expect(result).toMatchObject({
      ok: true,
      value: [{ period: '2025-08-01', added: { practice: 1 }, skipped: { 'not-a-practice': 1 } }],
    });
    expect(await findOrganisation(first?.code ?? '')).toMatchObject({
      registeredName: first?.name,
      town: 'Plovermere',
      openedOn: '1974-04-01',
    });
    expect(await findOrganisation(second?.code ?? '')).toMatchObject({ status: 'open' });
    expect(await findOrganisation('A99991')).toMatchObject({
      status: 'closed',
      closedOn: '2019-03-31',
      linkable: false,
    });
    expect(await findOrganisation('A99992')).toBeNull();
  });

  it('an older month of figures is history when forced, and does not become the current one', async () => {
    const may = file('may.csv', sizesFile('2026-05-01', 10));
    expect(await imported(may)).toMatchObject({ ok: false, refusal: 'older' });
    expect(await imported(may, { force: true })).toMatchObject({ ok: true });
    expect(
      await one(
        `SELECT to_char(l.period, 'YYYY-MM') FROM datasets d JOIN dataset_loads l ON l.id = d.current_id WHERE d.id = 'list-sizes'`,
      ),
    ).toBe('2026-07');
    expect(await one(`SELECT count(DISTINCT period)::int FROM list_sizes`)).toBe(2);
  });

  it('a refused file stays in the list of loads with its reason', async () => {
    expect(
      await one(
        `SELECT count(*)::int FROM dataset_loads WHERE state = 'refused' AND report->>'refusal' = 'too-few-practices'`,
      ),
    ).toBe(2);
  });

  it('two imports never run at once', async () => {
    const client = await pool().connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock(72707371)');
      expect(await imported(whole.map, { force: true })).toMatchObject({ ok: false, refusal: 'busy' });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
    expect(await imported(whole.map, { force: true, dryRun: true })).toMatchObject({ ok: true });
  });

  it('R62 kill -9 in the middle of an import leaves nothing half done, and the next import succeeds', async () => {
    const before = await everything();
    const september = file('september.csv', sizesFile('2026-09-01', 11));
    const blocker = await pool().connect();
    // The import is held at the moment it writes its figures: everything before that is in its transaction.
    await blocker.query('BEGIN; LOCK TABLE list_sizes IN SHARE MODE');
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/data-import.ts', september.path], {
      env: { ...process.env, NODE_ENV: 'development', DATABASE_URL: url, TSX_TSCONFIG_PATH: 'tsconfig.scripts.json' },
      stdio: 'ignore',
    });
    const waiting = `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await expect.poll(() => one(waiting), { timeout: 40_000, interval: 100 }).toBe(1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await blocker.query('ROLLBACK');
    blocker.release();
    await expect.poll(() => one(waiting), { timeout: 10_000 }).toBe(0);
    expect(await everything()).toEqual(before);
    expect(await imported(september)).toMatchObject({ ok: true, value: [{ figuresAdded: expect.any(Number) }] });
    expect(await everything()).not.toEqual(before);
  });
});
