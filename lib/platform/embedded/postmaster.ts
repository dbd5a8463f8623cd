import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { command } from './owner';
import type { Place } from './place';
import { isAlive, programOf } from './processes';

type Postmaster = { pid: number; port: number };
type Launch = { port?: number; settings: string[]; answers: (port: number) => Promise<boolean> };

/** The postmaster that its own file names, if that process is really one and alive. */
export async function livingPostmaster(data: string): Promise<Postmaster | undefined> {
  const named = await readPidFile(data);
  if (!named || !isAlive(named.pid)) return;
  // After a restart of the machine another program may have the number.
  const program = programOf(named.pid);
  return program === undefined || program.startsWith('postgres') ? named : undefined;
}

/** Starts a postmaster and waits until it answers. It outlives this process, which can therefore be killed and started again. */
export async function launch(place: Place, { port, settings, answers }: Launch): Promise<number> {
  const before = await readPidFile(place.data);
  const at = await firstFree([port, before?.port]);
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (!(await livingPostmaster(place.data))) await rm(path.join(place.data, 'postmaster.pid'), { force: true });
    const child = await spawnPostmaster(place, at, settings);
    if (await answersWhileAlive(child, () => answers(at), end)) return at;
    // The children of a killed postmaster hold its memory for a moment: it refuses to start until they have gone.
    await pause(100);
  }
  throw new Error(`The embedded database did not start. Its log says why: ${place.logFile}`);
}

/** Stops the postmaster, whoever launched it: clients are cut off, everything committed is kept. */
export async function stopPostmaster({ data, binaries, owner }: Place) {
  const running = await livingPostmaster(data);
  if (!running) return;
  const line = command(owner, binaries.pg_ctl, ['-D', data, '-m', 'fast', '-w', '-s', 'stop']);
  const { uid, gid } = owner;
  await new Promise(resolve => {
    const child = spawn(line.program, line.args, { uid, gid, cwd: '/', stdio: 'ignore' });
    child.once('error', resolve).once('exit', resolve);
  });
}

const patience = 60_000;
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

async function readPidFile(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  return pid && port ? { pid, port } : undefined;
}

async function spawnPostmaster(place: Place, port: number, settings: string[]) {
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100', ...settings];
  const args = ['-D', place.data, '-p', String(port), ...all.flatMap(setting => ['-c', setting])];
  const { uid, gid } = place.owner;
  const log = await open(place.logFile, 'a', 0o600);
  try {
    const line = command(place.owner, place.binaries.postgres, args);
    const stdio: ['ignore', number, number] = ['ignore', log.fd, log.fd];
    const child = spawn(line.program, line.args, { uid, gid, cwd: '/', detached: true, stdio });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

async function answersWhileAlive(child: ChildProcess, answers: () => Promise<boolean>, end: number) {
  while (Date.now() < end && child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    if (await answers()) return true;
    await pause(20);
  }
  return false;
}

async function firstFree(wanted: (number | undefined)[]) {
  for (const port of [...wanted, 0]) {
    const got = port === undefined ? undefined : await tryPort(port);
    if (got) return got;
  }
  throw new Error('There is no free port for the embedded database.');
}

const tryPort = (port: number) =>
  new Promise<number | undefined>(resolve => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
