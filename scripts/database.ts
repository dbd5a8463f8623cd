import path from 'node:path';
import { ensureDatabase, startCluster } from '@/lib/platform/embedded/cluster';
import { holderOf } from '@/lib/platform/embedded/lock';

/** The database of an installation: DATABASE_URL, or the embedded one of DATA_DIR, started if it does not run. */
export async function openDatabase({ port }: { port?: number } = {}) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, release: async () => undefined };
  const folder = dataFolder();
  const cluster = await startCluster({ folder, port });
  await ensureDatabase(cluster, 'haresign');
  /** Stops the database if this process started it and no server has come to need it meanwhile. */
  const release = async () => {
    if (cluster.launched && !(await holderOf(serverLock(folder)))) await cluster.stop();
  };
  return { url: cluster.url('haresign'), port: cluster.port, release, cluster };
}

export const dataFolder = () => path.resolve(process.env.DATA_DIR || 'data');

/** Held by the server that runs on a data folder. */
export const serverLock = (folder: string) => path.join(folder, 'server.lock');
