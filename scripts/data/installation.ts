import { randomUUID } from 'node:crypto';
import { migrate } from '@/lib/platform/migrate';
import { openDatabase } from '../supervisor/database';
import { readSettings } from '../supervisor/settings';

/** Runs a data command on this installation's database, started if it does not run, and leaves it as it was found. */
export async function onThisInstallation(
  work: (actor: { kind: 'system'; now: Date; requestId: string }) => Promise<boolean>,
) {
  const { env, variables } = await readSettings('development');
  const database = await openDatabase(env.DATA_DIR, env.DATABASE_URL);
  Object.assign(process.env, variables, { DATABASE_URL: database.url });
  // Imported only now: it reads its settings when it is first used.
  const { closeDatabase } = await import('@/lib/platform/db');
  let well = false;
  try {
    await migrate(database.url);
    well = await work({ kind: 'system', now: new Date(), requestId: randomUUID() });
  } finally {
    await closeDatabase();
    await database.release();
  }
  process.exitCode = well ? 0 : 1;
}
