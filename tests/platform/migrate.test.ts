import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { migrate } from '@/lib/platform/migrate';

const migrations = 'prisma/migrations';

async function emptyDatabase(name: string) {
  const client = new pg.Client({ connectionString: `${inject('cluster')}postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return inject('cluster') + name;
}

async function folderWith(name: string, sql: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'haresign-migrations-'));
  await cp(migrations, folder, { recursive: true });
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, 'migration.sql'), sql);
  return folder;
}

/** Prisma's own command, with the stand-in for its engine. */
async function prisma(url: string, ...args: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PRISMA_SCHEMA_ENGINE_BINARY: path.resolve('scripts/schema-engine.mjs'),
    CHECKPOINT_DISABLE: '1',
  };
  const { stdout } = await promisify(execFile)(process.execPath, ['node_modules/prisma/build/index.js', ...args], {
    env,
  });
  return stdout;
}

test('the migrations at start agree with `prisma migrate deploy` and `status`', async () => {
  const url = await emptyDatabase('migrate_agrees');
  const names = (await readdir(migrations, { withFileTypes: true })).filter(entry => entry.isDirectory());
  expect(await migrate(url)).toHaveLength(names.length);
  expect(await migrate(url)).toEqual([]);
  expect(await prisma(url, 'migrate', 'status')).toContain('Database schema is up to date');
  expect(await prisma(url, 'migrate', 'deploy')).toContain('No pending migrations to apply');
});

test('a database that `prisma migrate deploy` made needs nothing more at start', async () => {
  const url = await emptyDatabase('migrate_follows');
  await prisma(url, 'migrate', 'deploy');
  expect(await migrate(url)).toEqual([]);
});

test('several processes that migrate at once apply each migration once', async () => {
  const url = await emptyDatabase('migrate_race');
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(url)));
  expect(applied.filter(names => names.length > 0)).toHaveLength(1);
});

test('R68 a migration that fails leaves nothing behind', async () => {
  const url = await emptyDatabase('migrate_fails');
  await migrate(url);
  const broken = await folderWith('29990101000000_broken', 'create table half (id int); select nonsense;');
  await expect(migrate(url, broken)).rejects.toThrow(/29990101000000_broken could not be applied/);
  const mended = await folderWith('29990101000000_broken', 'create table half (id int);');
  expect(await migrate(url, mended)).toEqual(['29990101000000_broken']);
});

test('a migration edited after it was applied is refused', async () => {
  const url = await emptyDatabase('migrate_edited');
  await migrate(url, await folderWith('29990101000000_more', 'create table more (id int);'));
  const edited = await folderWith('29990101000000_more', 'create table more (id bigint);');
  await expect(migrate(url, edited)).rejects.toThrow(/edited after it was applied/);
});
