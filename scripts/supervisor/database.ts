import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Cluster, ensureDatabase, startCluster } from '@/lib/platform/embedded/cluster';
import { holderOf } from '@/lib/platform/embedded/lock';
import { livingPostmaster } from '@/lib/platform/embedded/postmaster';

export type Database = {
  url: string;
  /** Stops it, whoever started it. */
  stop: () => Promise<void>;
  /** Stops it if this process started it and no server has come to need it meanwhile. */
  release: () => Promise<void>;
  /** Starts it again, on the same port, whenever it has been killed. */
  keep: () => void;
};

/** The database of an installation: DATABASE_URL, or the embedded one of its data folder, started if it does not run. */
export async function openDatabase(folder: string, configured?: string): Promise<Database> {
  const nothing = async () => undefined;
  if (configured) return { url: configured, stop: nothing, release: nothing, keep: () => undefined };
  await makeFolders(folder);
  const cluster = await startCluster({ folder });
  await ensureDatabase(cluster, 'haresign');
  let watch: NodeJS.Timeout | undefined;
  const stop = async () => {
    clearInterval(watch);
    await cluster.stop();
  };
  return {
    url: cluster.url('haresign'),
    stop,
    release: async () => {
      if (cluster.launched && !(await holderOf(serverLock(folder)))) await stop();
    },
    keep: () => {
      watch = keepAlive(folder, cluster);
    },
  };
}

/** Held by the server that runs on a data folder. */
export const serverLock = (folder: string) => path.join(folder, 'server.lock');

// The database's account passes through the data folder; what people wrote is for its owner alone.
async function makeFolders(folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  for (const name of ['files', 'outbox']) await mkdir(path.join(folder, name), { recursive: true, mode: 0o700 });
}

function keepAlive(folder: string, { port }: Cluster) {
  let busy = false;
  return setInterval(async () => {
    if (busy || (await livingPostmaster(path.join(folder, 'postgres')))) return;
    busy = true;
    console.error('The database has stopped: starting it again.');
    await startCluster({ folder, port }).catch(error => console.error(String(error)));
    busy = false;
  }, 300);
}
