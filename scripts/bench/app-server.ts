import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { livingPostmaster } from '@/lib/platform/embedded/postmaster';
import { readSecrets } from '@/lib/platform/secrets';
import { freePort } from '../supervisor/settings';
import { type Running, whenAnswering, whenEnded } from './running';

export type Installation = Running & { folder: string };

type Wishes = {
  folder: string;
  /** An external database and the process that serves it; without it the embedded one. */
  external?: { url: string; postmaster: number };
  /** The page whose first 200 counts as started. */
  until?: string;
};

/** Starts an installation as `npm start` does, on a data folder and a port of its own. */
export async function startInstallation({ folder, external, until = '/readyz' }: Wishes): Promise<Installation> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const said: string[] = [];
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...settings, DATA_DIR: folder, PORT: String(port), ...(await connection()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => said.push(String(chunk)));
  try {
    await whenAnswering(origin, until, child);
  } catch (error) {
    await whenEnded(child);
    throw new Error(`The installation did not start. ${said.join('').slice(-300)}`, { cause: error });
  }
  const database = external?.postmaster ?? (await livingPostmaster(path.join(folder, 'postgres')))?.pid;
  return { origin, folder, server: child.pid ?? 0, database, stop: () => whenEnded(child) };

  // An empty value hides one that `.env` may hold: the embedded database is the one that is measured.
  async function connection() {
    if (!external) return { DATABASE_URL: '' };
    const secrets = await readSecrets(folder);
    // A trial installation in all but its database: names of its own would be another build.
    return { DATABASE_URL: external.url, APP_URL: origin, EMBEDDED: '1', ...secrets };
  }
}

const settings = {
  NODE_ENV: 'development' as const,
  HOST: '127.0.0.1',
  // Sign-ins come from many networks, as they do in real life: limits by network stay in force and out of the way.
  TRUSTED_PROXY_HOPS: '1',
  LOG_LEVEL: 'error',
  npm_lifecycle_event: '',
  APP_URL: '',
  JOBS: '',
  RESEND_API_KEY: '',
  SMTP_URL: '',
  S3_ENDPOINT: '',
  S3_BUCKET: '',
};
