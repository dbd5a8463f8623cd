import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isAlive } from '@/lib/platform/embedded/processes';
import { freePort } from '@/scripts/supervisor/settings';
import { aHouse } from '../support/house';
import { emptyFolder, removeFolder, runStart, until } from '../support/server';

const { folder, server, startAgain, ready } = aHouse();

async function output(child: ReturnType<typeof runStart>) {
  let said = '';
  child.stdout.on('data', chunk => {
    said += chunk;
  });
  child.stderr.on('data', chunk => {
    said += chunk;
  });
  await once(child, 'close');
  return { said, status: child.exitCode };
}

test('a new installation prints where it is, that it is a trial, and how the first administrator is set up', () => {
  expect(server().output()).toContain(`Ready: http://localhost:${server().port}/`);
  expect(server().output()).toContain('Trial installation');
  expect(server().setupUrl).toMatch(new RegExp(`^http://localhost:${server().port}/setup/\\?code=[\\w-]{22,}$`));
});

test('R66 what a trial installation keeps is not readable by others', async () => {
  for (const name of ['secrets.json', 'postgres-password', 'outbox', 'files', 'postgres']) {
    expect((await stat(path.join(folder(), name))).mode & 0o077, name).toBe(0);
  }
});

test('a second start says where the first one is, and ends', async () => {
  const second = await output(runStart({ folder: folder(), port: await freePort() }));
  expect(second.said).toContain(`already running on ${folder()}: http://localhost:${server().port}`);
  expect(second.status).toBe(0);
  expect(await ready()).toBe(true);
});

test('the web server comes back after kill -9', async () => {
  const before = server().webPid();
  process.kill(before, 'SIGKILL');
  await until(async () => server().webPid() > 0 && server().webPid() !== before && (await ready()));
});

test('the database comes back after kill -9, and the server goes on', async () => {
  const before = await server().databasePid();
  const web = server().webPid();
  process.kill(before, 'SIGKILL');
  await until(async () => (await server().databasePid()) !== before && (await ready()));
  expect(server().webPid()).toBe(web);
});

test('after kill -9 of the whole start no server is left over, and the next start takes over', async () => {
  const web = server().webPid();
  server().process.kill('SIGKILL');
  await until(() => !isAlive(web));
  await startAgain();
  expect(await ready()).toBe(true);
});

test('it stops everything it started', async () => {
  const pids = [server().webPid(), await server().databasePid()];
  expect(await server().stop()).toBe(0);
  expect(pids.map(isAlive)).toEqual([false, false]);
  expect(existsSync(path.join(folder(), 'server.lock'))).toBe(false);
  await startAgain();
});

test('a port that is taken is named, and nothing is left running', async () => {
  const other = await emptyFolder();
  const refused = await output(runStart({ folder: other, port: server().port }));
  expect(refused.said).toContain(`Port ${server().port} is used by another program`);
  expect(refused.status).toBe(1);
  expect(existsSync(path.join(other, 'postgres', 'postmaster.pid'))).toBe(false);
  await removeFolder(other);
});

test('R66 production names every missing setting at once and starts nothing', async () => {
  const empty = await emptyFolder();
  const refused = await output(runStart({ folder: empty, port: await freePort(), env: { NODE_ENV: 'production' } }));
  expect(refused.status).toBe(1);
  for (const name of [
    'APP_URL',
    'DATABASE_URL',
    'AUTH_SECRET',
    'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
    'SITE_OPERATOR',
  ]) {
    expect(refused.said).toContain(name);
  }
  expect(existsSync(path.join(empty, 'postgres'))).toBe(false);
  await removeFolder(empty);
});
