import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureDatabase, startCluster } from '@/lib/platform/embedded/cluster';
import { migrate } from '@/lib/platform/migrate';
import { atMost, type Case, unit } from '../finding';
import type { ImportDone } from '../import-worker';

const megabyte = 1_000_000;

export const importFiles: Case = {
  number: 15,
  title: 'Import',
  run: async ({ folder, options, atEnd }) => {
    const files = filesIn(options.data);
    const cluster = await startCluster({ folder: path.join(folder, 'import') });
    atEnd(cluster.stop);
    await ensureDatabase(cluster, 'haresign');
    await migrate(cluster.url('haresign'));
    const { seconds, idle, peak, rows, reports } = await inProcess(files, cluster.url('haresign'), folder);
    return [
      {
        what: `${files.map(file => path.basename(file)).join(' and ')}, into an empty database`,
        criteria: [
          atMost('time', seconds, 20, unit('s')),
          atMost('memory above idle', (peak - idle) / megabyte, 300, unit('MB', 0)),
          { target: 'progress shown', measured: `${reports} progress reports`, met: reports > 2 },
        ],
        remark: `${rows} rows read; memory ${(idle / megabyte).toFixed(0)} MB idle, ${(peak / megabyte).toFixed(0)} MB at most`,
      },
    ];
  },
};

/** The newest practice map and the list sizes by five-year bands that go with it. */
function filesIn(folder: string): string[] {
  const all = existsSync(folder) ? readdirSync(folder) : [];
  const found = [/^gp-reg-pat-prac-map.*\.(zip|csv)$/, /^gp-reg-pat-prac-quin-age.*\.(zip|csv)$/].map(name =>
    all
      .filter(file => name.test(file))
      .sort()
      .at(-1),
  );
  return found.map(file => {
    if (!file) throw new Error(`Not run: ${folder} does not hold the published list-size files (--data FOLDER).`);
    return path.join(folder, file);
  });
}

function inProcess(files: string[], databaseUrl: string, folder: string): Promise<ImportDone> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(new URL('../import-worker.ts', import.meta.url), {
      env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: path.join(folder, 'import'), LOG_LEVEL: 'error' },
    });
    child.once('exit', status => reject(new Error(`The import ended with status ${status}.`)));
    child.once('message', (message: ImportDone | { failed: string }) => {
      if ('failed' in message) reject(new Error(message.failed));
      else resolve(message);
    });
    child.send({ files });
  });
}
