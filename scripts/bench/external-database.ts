import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { findBinaries } from '@/lib/platform/embedded/binaries';
import { initialise } from '@/lib/platform/embedded/initialise';
import { openTo, runningAs } from '@/lib/platform/embedded/owner';
import { launch, livingPostmaster, stopPostmaster } from '@/lib/platform/embedded/postmaster';

/** `postmaster` is 0 where its processes cannot be watched. */
export type External = { name: string; url: string; postmaster: number; stop: () => Promise<void> };

/**
 * A PostgreSQL as an operator would run it: the given server, or a cluster of its own made with the programs installed on
 * this machine, or else with those that come with the product, at their own settings.
 */
export async function externalDatabase(folder: string, given?: string): Promise<External> {
  if (given) return onGivenServer(given);
  const programs = installed();
  const data = path.join(folder, 'postgres');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const binaries = programs
    ? {
        postgres: path.join(programs, 'postgres'),
        initdb: path.join(programs, 'initdb'),
        pg_ctl: path.join(programs, 'pg_ctl'),
      }
    : await findBinaries();
  const owner = await runningAs([binaries.postgres, data]);
  await openTo(owner, data);
  const logFile = path.join(folder, 'postgres.log');
  const place = { data, secretFile: path.join(folder, 'password'), logFile, binaries, owner };
  await initialise(place, 'bench', false);
  const address = (port: number, name: string) => `postgresql://postgres:bench@127.0.0.1:${port}/${name}`;
  const answers = async (port: number) => (await ask(address(port, 'postgres'), 'select 1')) !== undefined;
  const port = await launch(place, { settings: [], answers });
  await ask(address(port, 'postgres'), 'create database haresign');
  const version = await ask(address(port, 'postgres'), 'show server_version');
  return {
    name: `a separate PostgreSQL ${version?.split(' ')[0]}`,
    url: address(port, 'haresign'),
    postmaster: (await livingPostmaster(data))?.pid ?? 0,
    stop: () => stopPostmaster(place),
  };
}

let made = 0;

/** Makes a database on the server, and removes it at the end: nothing else there is touched. */
async function onGivenServer(server: string): Promise<External> {
  made += 1;
  const name = `haresign_bench_${process.pid}_${made}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  if ((await ask(server, `create database ${name}`)) === undefined)
    throw new Error(`${name} could not be made on the server.`);
  const stop = async () => {
    await ask(server, `drop database ${name} with (force)`);
  };
  return { name: 'the given PostgreSQL', url: url.href, postmaster: 0, stop };
}

/** Debian keeps the programs of each version in a folder of its own; elsewhere they are on the path. */
function installed(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map(version => path.join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return folders.find(folder => ['postgres', 'initdb', 'pg_ctl'].every(name => existsSync(path.join(folder, name))));
}

/** The first value of the answer, '' where there is none; undefined when the server refuses. */
async function ask(url: string, sql: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return String(rows[0]?.[0] ?? '');
  } catch {
    return;
  } finally {
    await client.end().catch(() => undefined);
  }
}
