import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { done } from '@/lib/core/result';
import { readSecrets } from '@/lib/platform/secrets';
import { emptyFolder, type RunningServer, removeFolder, startServer, until } from '../support/server';

const mails = 30;
let folder: string;
let first: RunningServer;
let second: RunningServer;

beforeAll(async () => {
  folder = await emptyFolder();
  first = await startServer({ folder });
  const password = await readFile(path.join(folder, 'postgres-password'), 'utf8');
  const [, , , port] = (await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  const shared = {
    ...(await readSecrets(folder)),
    DATABASE_URL: `postgresql://postgres:${password}@127.0.0.1:${port}/haresign`,
    APP_URL: first.url,
    EMBEDDED: '1',
  };
  second = await startServer({ folder, env: shared });
  // From here on this process writes to the same installation.
  Object.assign(process.env, shared, { DATA_DIR: folder, LOG_LEVEL: 'silent' });
});

afterAll(async () => {
  const { closeDatabase } = await import('@/lib/platform/db');
  const { stopJobs } = await import('@/lib/platform/jobs');
  await stopJobs();
  await closeDatabase();
  await second?.stop();
  await first?.stop();
  await removeFolder(folder);
});

// Both say the public address; each is asked at its own port.
const at = (server: RunningServer) => `http://localhost:${server.port}`;

test('R39 a session ended on one server is refused by the other at once', async () => {
  const { aPerson } = await import('../support/people');
  const { sessionToken } = await aPerson({ now: new Date() });
  const cookie = { Cookie: `session=${sessionToken}` };
  const ask = async (server: RunningServer) => (await fetch(`${at(server)}/api/session/`, { headers: cookie })).status;
  expect([await ask(first), await ask(second)]).toEqual([200, 200]);
  await fetch(`${at(first)}/accounts/logout/`, {
    method: 'POST',
    headers: { ...cookie, Origin: first.url, 'Sec-Fetch-Site': 'same-origin' },
    redirect: 'manual',
  });
  expect([await ask(second), await ask(first)]).toEqual([401, 401]);
});

test('R62 of two servers one sends each mail, once, though one of them is killed meanwhile', async () => {
  const { change } = await import('@/lib/platform/change');
  const { system } = await import('../support/people');
  const addresses = Array.from({ length: mails }, (_, i) => `two-servers-${i}@example.org`);
  for (const to of addresses) {
    await change(system(new Date()), async ({ tell }) => {
      await tell({
        kind: 'password-changed',
        key: `two-servers:${to}`,
        to,
        props: { name: 'Somebody', sessionsEnded: 0 },
      });
      return done(null);
    });
  }
  process.kill(second.webPid(), 'SIGKILL');
  const outbox = path.join(folder, 'outbox');
  const sent = async () => {
    const files = (await readdir(outbox)).filter(name => name.endsWith('.json'));
    const letters = await Promise.all(files.map(name => readFile(path.join(outbox, name), 'utf8')));
    return letters.map(text => String(JSON.parse(text).to)).filter(to => to.startsWith('two-servers-'));
  };
  // A job that was cut off runs again within two minutes.
  await until(async () => (await sent()).length >= mails, 110_000);
  expect((await sent()).sort()).toEqual([...addresses].sort());
});
