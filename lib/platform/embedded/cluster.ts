import pg from 'pg';
import { initialise } from './initialise';
import { exclusively } from './lock';
import { password, prepare } from './place';
import { launch, livingPostmaster, stopPostmaster } from './postmaster';

export type Cluster = {
  port: number;
  /** False if it was running already. */
  launched: boolean;
  /** The address of one of its databases. */
  url: (database: string) => string;
  /** Ends its clients and stops it, also when another process launched it. */
  stop: () => Promise<void>;
};

type Options = {
  /** The data folder: the cluster lives in its `postgres/`. */
  folder: string;
  /** Take this port if it has to be launched; otherwise the one it had before, otherwise a free one. */
  port?: number;
  /** Server settings beside our own, for example `fsync=off` for tests. */
  settings?: string[];
};

/** Starts the embedded PostgreSQL of a data folder, or joins it if it runs already. Any number of processes may call this. */
export async function startCluster({ folder, port, settings = [] }: Options): Promise<Cluster> {
  const place = await prepare(folder);
  return exclusively(`${place.data}.lock`, async () => {
    const secret = await password(place);
    const address = (at: number, database: string) => `postgresql://postgres:${secret}@127.0.0.1:${at}/${database}`;
    const answers = (at: number) => reachable(address(at, 'postgres'));
    await initialise(place, secret, settings.includes('fsync=off'));

    const alive = await livingPostmaster(place.data);
    const joined = alive !== undefined && (await within(joinPatience, () => answers(alive.port)));
    const at = joined ? alive.port : await launch(place, { port, settings, answers });
    return {
      port: at,
      launched: !joined,
      url: database => address(at, database),
      stop: () => stopPostmaster(place),
    };
  });
}

/** Makes the database if it does not exist. */
export async function ensureDatabase(cluster: Cluster, name: string) {
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`).catch(ignoreExisting);
  } finally {
    await client.end();
  }
}

// A recovering postmaster answers late; one that is dying never does.
const joinPatience = 10_000;

async function reachable(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // A connection that is cut while it is being made is an answer too: no.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function within(milliseconds: number, attempt: () => Promise<boolean>) {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (await attempt()) return true;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return false;
}

// Two processes may make the same database at once.
function ignoreExisting(error: unknown) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== '42P04' && code !== '23505') throw error;
}
