// `npm run migrate -- dev|status|diff …`: Prisma's own command on the embedded database (or DATABASE_URL), with the
// stand-in for its engine.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { migrate } from '@/lib/platform/migrate';
import { openDatabase } from './supervisor/database';
import { readSettings } from './supervisor/settings';

const { env } = await readSettings('development');
const database = await openDatabase(env.DATA_DIR, env.DATABASE_URL);
// The engine's WebAssembly build cannot apply what is missing and compare in one run.
if (process.argv[2] === 'dev') await migrate(database.url);
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const child = spawn(process.execPath, [cli, 'migrate', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    DATABASE_URL: database.url,
    PRISMA_SCHEMA_ENGINE_BINARY: path.join(import.meta.dirname, 'schema-engine.mjs'),
    CHECKPOINT_DISABLE: '1',
  },
});
child.once('exit', async status => {
  await database.release();
  process.exit(status ?? 1);
});
