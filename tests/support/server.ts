import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { livingPostmaster } from '@/lib/platform/embedded/postmaster';
import { parentOf } from '@/lib/platform/embedded/processes';
import { freePort } from '@/scripts/supervisor/settings';

export type RunningServer = {
  url: string;
  port: number;
  folder: string;
  /** Where the first administrator is set up, as the start printed it. */
  setupUrl: string | undefined;
  process: ChildProcess;
  output: () => string;
  /** The process that answers requests. */
  webPid: () => number;
  databasePid: () => Promise<number>;
  /** Ends everything gracefully and returns the exit status. */
  stop: () => Promise<number | null>;
};

type Options = {
  folder?: string;
  port?: number;
  env?: Record<string, string | undefined>;
  /** A file that gets everything the installation says. */
  log?: string;
};

/** Starts an installation as `npm start` does, and waits until it says that it is ready. */
export async function startServer(options: Options = {}): Promise<RunningServer> {
  const folder = options.folder ?? (await emptyFolder());
  const port = options.port ?? (await freePort());
  const child = runStart({ folder, port, env: options.env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      said += chunk;
      if (options.log) appendFileSync(options.log, chunk);
    });
  }
  await until(() => said.includes('Ready: ') || child.exitCode !== null, 300_000);
  if (child.exitCode !== null) throw new Error(`The server did not start:\n${said}`);
  await until(() => /^Ready: \S+\n(Set up .*\n)?/m.test(said), 1000);
  return {
    url: /^Ready: (\S+?)\/?$/m.exec(said)?.[1] ?? '',
    port,
    folder,
    setupUrl: /^Set up the first administrator: (\S+)$/m.exec(said)?.[1],
    process: child,
    output: () => said,
    webPid: () => childrenOf(child.pid ?? 0).find(pid => commandOf(pid).includes('serve.mjs')) ?? 0,
    databasePid: async () => (await livingPostmaster(path.join(folder, 'postgres')))?.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      return child.exitCode;
    },
  };
}

/** The start command on a data folder, without waiting for anything. */
export function runStart({ folder, port, env = {} }: { folder: string; port: number; env?: Options['env'] }) {
  return spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...cleanEnvironment(), DATA_DIR: folder, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A data folder as a new installation has it: removed by the caller, or with the machine's temporary files. */
export async function emptyFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'haresign-server-'));
  await chmod(folder, 0o711);
  return folder;
}

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });

/** Asks again until it is so; fails after the given time. */
export async function until(check: () => boolean | Promise<boolean>, milliseconds = 30_000) {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (await check()) return;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  throw new Error(`Not within ${milliseconds / 1000} seconds: ${check}`);
}

// A test runner's own settings must not leak into the installation under test.
function cleanEnvironment() {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'CI', 'LOG_LEVEL'];
  const entries = kept.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : []));
  // As under npm: it ends when what started it is killed.
  const npm = { npm_lifecycle_event: 'start' };
  return { ...Object.fromEntries(entries), ...npm };
}

export const childrenOf = (parent: number) =>
  readdirSync('/proc')
    .map(Number)
    .filter(pid => pid > 0 && parentOf(pid) === parent);

// A process that has just ended has no command any more.
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
