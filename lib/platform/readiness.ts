import 'server-only';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pool } from './db';
import { probeFiles } from './files';
import { log } from './log';

/** Database, migrations and storage, each in order or not. */
export async function readiness(): Promise<Record<'database' | 'migrations' | 'storage', boolean>> {
  const [database, migrations, storage] = await Promise.all([
    works('database', () => pool().query('select 1')),
    works('migrations', allApplied),
    works('storage', probeFiles),
  ]);
  return { database, migrations, storage };
}

async function works(what: string, probe: () => Promise<unknown>): Promise<boolean> {
  try {
    await probe();
    return true;
  } catch (error) {
    log.warn({ what, reason: error instanceof Error ? error.message : 'unknown' }, 'not ready');
    return false;
  }
}

async function allApplied(): Promise<void> {
  const { rows } = await pool().query<{ migration_name: string }>(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  const applied = new Set(rows.map(row => row.migration_name));
  const folders = readdirSync(path.join(process.cwd(), 'prisma', 'migrations'), { withFileTypes: true });
  const missing = folders.find(entry => entry.isDirectory() && !applied.has(entry.name));
  if (missing) throw new Error(`migration ${missing.name} is not applied`);
}
