import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
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
async function prisma(where: string | { url: string; folder: string }, ...args: string[]) {
  const { url, folder } = typeof where === 'string' ? { url: where, folder: '.' } : where;
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PRISMA_SCHEMA_ENGINE_BINARY: path.resolve('scripts/schema-engine.mjs'),
    CHECKPOINT_DISABLE: '1',
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.resolve('node_modules/prisma/build/index.js'), ...args],
    {
      env,
      cwd: folder,
    },
  );
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

test('`prisma migrate dev --create-only` writes what is missing, and says what it made', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'haresign-prisma-'));
  await cp('prisma', path.join(folder, 'prisma'), { recursive: true });
  await cp('prisma.config.ts', path.join(folder, 'prisma.config.ts'));
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  await appendFile(path.join(folder, 'prisma/schema.prisma'), '\nmodel Trying {\n  id String @id\n}\n');
  const url = await emptyDatabase('migrate_dev');
  await migrate(url);
  const said = await prisma({ url, folder }, 'migrate', 'dev', '--create-only', '--name', 'trying');
  const made = (await readdir(path.join(folder, migrations))).find(name => name.endsWith('_trying')) ?? 'nothing';
  expect(said).toContain(`created the following migration without applying it ${made}`);
  const sql = await readFile(path.join(folder, migrations, made, 'migration.sql'), 'utf8');
  // And nothing else: the schema and the migrations agree.
  expect(sql.match(/^(CREATE|ALTER|DROP)[^(\n]*/gm)).toEqual([expect.stringContaining('CREATE TABLE "Trying"')]);
}, 120_000);

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
