import { afterAll, beforeAll, expect, test } from 'vitest';
import { done } from '@/lib/core/result';
import { aHouse } from '../support/house';
import { type RunningServer, startServer, until } from '../support/server';

const mails = 30;
const { folder, server: first, moveIn, sentTo } = aHouse();
let second: RunningServer;

beforeAll(async () => {
  second = await startServer({ folder: folder(), env: await moveIn() });
});

afterAll(async () => {
  const { stopJobs } = await import('@/lib/platform/jobs');
  await stopJobs();
  await second?.stop();
});

// Both say the public address; each is asked at its own port.
const at = (server: RunningServer) => `http://localhost:${server.port}`;

test('R39 a session ended on one server is refused by the other at once', async () => {
  const { aPerson } = await import('../support/people');
  const { sessionToken } = await aPerson({ now: new Date() });
  const cookie = { Cookie: `session=${sessionToken}` };
  const ask = async (server: RunningServer) => (await fetch(`${at(server)}/api/session/`, { headers: cookie })).status;
  expect([await ask(first()), await ask(second)]).toEqual([200, 200]);
  await fetch(`${at(first())}/accounts/logout/`, {
    method: 'POST',
    headers: { ...cookie, Origin: first().url, 'Sec-Fetch-Site': 'same-origin' },
    redirect: 'manual',
  });
  expect([await ask(second), await ask(first())]).toEqual([401, 401]);
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
  const sent = () => sentTo('two-servers-');
  // A job that was cut off runs again within two minutes.
  await until(async () => (await sent()).length >= mails, 110_000);
  expect((await sent()).sort()).toEqual([...addresses].sort());
});
