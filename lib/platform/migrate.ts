import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/**
 * Applies what is missing of prisma/migrations and records it as `prisma migrate deploy` does, so that either can be
 * used on the same database (docs/decisions/0003). Returns the names applied. Any number of processes may call it.
 */
export async function migrate(databaseUrl: string, folder = 'prisma/migrations'): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // The lock that Prisma's own engine takes.
    await client.query('select pg_advisory_lock(72707369)');
    await client.query(recordTable);
    const recorded = await readRecorded(client);
    const applied: string[] = [];
    for (const migration of await readMigrations(folder)) {
      if (isApplied(migration, recorded.get(migration.name))) continue;
      await apply(client, migration);
      applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

type Migration = { name: string; sql: string; checksum: string };
type Recorded = { checksum: string; finished: boolean };

const recordTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
  return Promise.all(
    names.sort().map(async name => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'));
      return { name, sql: sql.toString(), checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function readRecorded(client: pg.Client) {
  const { rows } = await client.query<Recorded & { name: string }>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null`,
  );
  return new Map(rows.map(row => [row.name, row]));
}

function isApplied(migration: Migration, recorded: Recorded | undefined) {
  if (!recorded) return false;
  if (!recorded.finished) {
    throw new Error(
      `Migration ${migration.name} failed earlier. Resolve it with \`prisma migrate resolve\`, then start again.`,
    );
  }
  if (recorded.checksum !== migration.checksum) {
    throw new Error(`Migration ${migration.name} was edited after it was applied to this database.`);
  }
  return true;
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       values ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`Migration ${name} could not be applied; nothing of it was kept.`, { cause });
  }
}
