import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { readSecrets } from '@/lib/platform/secrets';
import { embeddedDatabase } from './installation';
import { childrenOf, emptyFolder, type RunningServer, removeFolder, startServer } from './server';

/** An installation of a test file's own, as `npm start` leaves it, whose parts its tests may kill. */
export function aHouse() {
  let folder = '';
  let server: RunningServer;
  let leave: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    folder = await emptyFolder();
    server = await startServer({ folder });
  }, 400_000);

  afterAll(async () => {
    await leave?.();
    await server?.stop();
    await removeFolder(folder);
  });

  return {
    folder: () => folder,
    server: () => server,
    /** Starts it again on its folder and port. */
    startAgain: async () => {
      server = await startServer({ folder, port: server.port });
    },
    ready: () =>
      fetch(`${server.url}/readyz`, { signal: AbortSignal.timeout(10_000) }).then(
        response => response.ok,
        () => false,
      ),
    /** Every process of the database at once, as when the machine loses power. */
    killDatabase: async () => {
      const postmaster = await server.databasePid();
      for (const pid of [postmaster, ...childrenOf(postmaster)]) kill(pid);
    },
    /**
     * From here on the product's modules in this process work on the installation too; they may be imported only
     * afterwards. Answers the settings.
     */
    moveIn: async () => {
      const shared = {
        ...(await readSecrets(folder)),
        DATABASE_URL: embeddedDatabase(folder),
        APP_URL: server.url,
        EMBEDDED: '1',
      };
      Object.assign(process.env, shared, { DATA_DIR: folder, LOG_LEVEL: 'silent' });
      leave = (await import('@/lib/platform/db')).closeDatabase;
      return shared;
    },
    /** On a connection of its own: the product's may have been killed. */
    rows: async <Row extends object>(sql: string): Promise<Row[]> => {
      const connection = new pg.Client({ connectionString: embeddedDatabase(folder) });
      await connection.connect();
      try {
        return (await connection.query<Row>(sql)).rows;
      } finally {
        await connection.end();
      }
    },
    /** To whom mails were sent that have this in their address. */
    sentTo: async (part: string): Promise<string[]> => {
      const outbox = path.join(folder, 'outbox');
      const files = (await readdir(outbox)).filter(name => name.endsWith('.json'));
      const mails = await Promise.all(files.map(file => readFile(path.join(outbox, file), 'utf8')));
      return mails.map(mail => String(JSON.parse(mail).to)).filter(to => to.includes(part));
    },
  };
}

// A child may be gone before its turn comes.
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
