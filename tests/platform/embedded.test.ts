import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type Cluster, ensureDatabase, startCluster } from '@/lib/platform/embedded/cluster';
import { livingPostmaster } from '@/lib/platform/embedded/postmaster';

const opened: { folder: string; cluster: Cluster }[] = [];

afterEach(async () => {
  for (const { folder, cluster } of opened.splice(0)) {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

async function emptyFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'haresign-embedded-'));
  // As the start command makes it: others may pass through, not look in.
  await chmod(folder, 0o711);
  return folder;
}

async function start(folder: string, options: { port?: number } = {}) {
  const cluster = await startCluster({ folder, ...options });
  opened.push({ folder, cluster });
  return cluster;
}

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = async (folder: string) => (await livingPostmaster(path.join(folder, 'postgres')))?.pid ?? 0;

test('the embedded database starts in an empty folder and listens on this machine only', async () => {
  const folder = await emptyFolder();
  const cluster = await start(folder);
  expect(cluster.launched).toBe(true);
  const url = cluster.url('postgres');
  expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(await ask(url, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
});

test('it is closed to anybody without the password, which only the owner of the folder can read', async () => {
  const folder = await emptyFolder();
  const url = (await start(folder)).url('postgres');
  const guess = new URL(url);
  guess.password = 'postgres';
  await expect(ask(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  expect((await stat(path.join(folder, 'postgres-password'))).mode & 0o777).toBe(0o600);
  expect(await readFile(path.join(folder, 'postgres.log'), 'utf8')).not.toContain(new URL(url).password);
});

test('a second start joins the running database', async () => {
  const folder = await emptyFolder();
  const first = await start(folder);
  const second = await start(folder);
  expect([second.launched, second.port]).toEqual([false, first.port]);
});

test('starts at the same moment make one database', async () => {
  const folder = await emptyFolder();
  const all = await Promise.all(Array.from({ length: 4 }, () => start(folder)));
  expect(all.filter(cluster => cluster.launched)).toHaveLength(1);
  expect(new Set(all.map(cluster => cluster.port)).size).toBe(1);
  await Promise.all(all.map(cluster => ensureDatabase(cluster, 'haresign')));
  expect(await ask(all[0]?.url('haresign') ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('what was committed survives kill -9 of the database, which comes back on the same port', async () => {
  const folder = await emptyFolder();
  const cluster = await start(folder);
  const url = cluster.url('postgres');
  await ask(url, 'create table kept as select generate_series(1, 500) as n');
  process.kill(await pidOf(folder), 'SIGKILL');
  const again = await start(folder);
  expect([again.launched, again.port]).toEqual([true, cluster.port]);
  expect(await ask(url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 500 }]);
});

test('another stop ends a database that this process did not start', async () => {
  const folder = await emptyFolder();
  await start(folder);
  const joined = await start(folder);
  await joined.stop();
  expect(await pidOf(folder)).toBe(0);
});

test('a killed first start, half way through making the files, does no harm', async () => {
  const folder = await emptyFolder();
  await mkdir(path.join(folder, 'postgres.new', 'base'), { recursive: true });
  expect((await start(folder)).launched).toBe(true);
});

test.runIf(process.getuid?.() === 0)('root may start it: it runs as an ordinary account', async () => {
  const folder = await emptyFolder();
  await start(folder);
  const { uid } = await stat(path.join(folder, 'postgres', 'PG_VERSION'));
  expect(uid).not.toBe(0);
});

test.runIf(process.getuid?.() === 0)('root may start it in a folder that no other account may enter', async () => {
  const folder = await mkdtemp(path.join(homedir(), '.haresign-embedded-'));
  expect((await start(folder)).launched).toBe(true);
});

test.runIf(process.getuid?.() === 0)('an ordinary account may start it', async () => {
  const folder = await emptyFolder();
  const account = 65534;
  await chown(folder, account, account);
  const program = `
    const { startCluster } = await import(${JSON.stringify(path.resolve('lib/platform/embedded/cluster.ts'))});
    const cluster = await startCluster({ folder: process.argv[1] });
    console.log(cluster.launched);
    await cluster.stop();`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program, folder];
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, args, { uid: account, gid: account });
  expect(stdout.trim()).toBe('true');
  expect((await stat(path.join(folder, 'postgres'))).uid).toBe(account);
  await rm(folder, { recursive: true, force: true });
});
