import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { type Env, readEnv } from '@/lib/platform/env';
import { readSecrets } from '@/lib/platform/secrets';

export type Settings = { env: Env; embedded: boolean; variables: Record<string, string> };

/**
 * The settings of this installation: the environment, `.env`, and for a trial installation (no DATABASE_URL, not called
 * production) the embedded database and secrets of its own. Ends the process, naming every fault, if they cannot be used.
 */
export async function readSettings(mode: 'production' | 'development'): Promise<Settings> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const embedded = !process.env.DATABASE_URL && process.env.NODE_ENV !== 'production';
  const own = embedded ? await trialSettings() : {};
  const reading = readEnv({ ...process.env, ...own, NODE_ENV: mode });
  if (!reading.ok) {
    console.error(['Haresign cannot start with these settings:', ...reading.faults].join('\n  '));
    process.exit(1);
  }
  const env = reading.value;
  const variables = { ...own, NODE_ENV: mode, APP_URL: env.APP_URL, DATA_DIR: env.DATA_DIR, PORT: String(env.PORT) };
  return { env, embedded, variables };
}

async function trialSettings() {
  const { AUTH_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = process.env;
  const secrets = await readSecrets(process.env.DATA_DIR || 'data');
  return {
    EMBEDDED: '1',
    PORT: process.env.PORT === '0' ? String(await freePort()) : process.env.PORT || '3000',
    AUTH_SECRET: AUTH_SECRET || secrets.AUTH_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  };
}

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
