// `npm run worker`: the jobs in a process of their own. The servers beside it are started with JOBS=elsewhere.
import { openDatabase } from './supervisor/database';
import { readSettings } from './supervisor/settings';

const { env, variables } = await readSettings('production');
const database = await openDatabase(env.DATA_DIR, env.DATABASE_URL);
Object.assign(process.env, variables, { DATABASE_URL: database.url });

// Imported only now: they read their settings when they are loaded.
const { followBankHolidays } = await import('@/lib/memberships/queries/bank-holidays');
const { startWork } = await import('@/lib/web/jobs');
const { stopJobs } = await import('@/lib/platform/jobs');
const { closeDatabase } = await import('@/lib/platform/db');
followBankHolidays();
await startWork();
console.log('Working. Ctrl-C lets running jobs finish.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await stopJobs();
    await closeDatabase();
    await database.release();
    process.exit(0);
  });
}
