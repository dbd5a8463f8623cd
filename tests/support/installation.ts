import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the product under test runs, as whoever started it says (scripts/test.ts). */
export const origin = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/$/, '');
const dataFolder = path.resolve(process.env.DATA_DIR ?? 'data');

// Our own modules use the same database and secret as the product, so that tests can put rows there and look at them.
if (existsSync(path.join(dataFolder, 'secrets.json'))) {
  process.env.DATABASE_URL ??= embeddedDatabase(dataFolder);
  process.env.AUTH_SECRET ??= JSON.parse(readFileSync(path.join(dataFolder, 'secrets.json'), 'utf8')).AUTH_SECRET;
  process.env.LOG_LEVEL ??= 'error';
}

/** Address of the embedded database that runs in a data folder. */
export function embeddedDatabase(folder: string): string {
  const port = readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8')
    .split('\n')[3]
    ?.trim();
  const password = readFileSync(path.join(folder, 'postgres-password'), 'utf8').trim();
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/haresign`;
}
