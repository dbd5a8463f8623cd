// `npm run dev`: the embedded database and Next.js in development.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { openDatabase } from './supervisor/database';
import { prepareDatabase, setupLink } from './supervisor/prepare';
import { readSettings } from './supervisor/settings';

const { env, variables } = await readSettings('development');
const database = await openDatabase(env.DATA_DIR, env.DATABASE_URL);
Object.assign(process.env, variables, { DATABASE_URL: database.url });
await prepareDatabase(database.url, line => console.log(line));
const link = await setupLink(database.url, env.APP_URL);
if (link) console.log(`Set up the first administrator: ${link}`);

const cli = createRequire(import.meta.url).resolve('next/dist/bin/next');
const child = spawn(process.execPath, [cli, 'dev', '--hostname', env.HOST, '--port', String(env.PORT)], {
  stdio: 'inherit',
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', async status => {
  await database.release();
  process.exit(status ?? 0);
});
