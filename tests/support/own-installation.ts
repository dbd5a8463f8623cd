import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { mapFile, sizesFile } from '../datasets/published';
import { embeddedDatabase } from './installation';
import { type RunningServer, removeFolder, startServer } from './server';

/** An installation for one test alone: fresh, as `npm start` leaves it. */
export async function anInstallation(): Promise<RunningServer & { remove: () => Promise<void> }> {
  const server = await startServer({ env: { LOG_LEVEL: 'error' } });
  const remove = async () => {
    await server.stop();
    await removeFolder(server.folder);
  };
  return { ...server, remove };
}

/** Imports published files by the command that operators use, and answers what it said. */
export async function importInto(folder: string, files: Record<string, string>): Promise<string> {
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const file = path.join(folder, name);
      await writeFile(file, content);
      return file;
    }),
  );
  const { status, said } = await startImport(folder, paths).ended;
  if (status !== 0) throw new Error(said);
  return said;
}

/** The import command on the installation of a data folder, begun. */
export function startImport(folder: string, paths: string[]) {
  const { DATABASE_URL: _ours, AUTH_SECRET: _too, ...rest } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/data-import.ts', ...paths], {
    env: {
      ...rest,
      NODE_ENV: 'development',
      DATA_DIR: folder,
      TSX_TSCONFIG_PATH: path.resolve('tsconfig.scripts.json'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk));
  const ended = once(child, 'close').then(() => ({ status: child.exitCode, said }));
  return { child, ended };
}

/** As if the minutes in which a decision can be undone were over: its mail is held no longer. */
export async function letHeldMailGo(folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: embeddedDatabase(folder) });
  await client.connect();
  await client.query(`update pgboss.job set start_after = now() where name = 'mail' and start_after > now()`);
  await client.end();
}

/** What the publisher brings out for June, and a month later. */
export const june = () => ({
  'gp-reg-pat-prac-map_2026-06.csv': mapFile('01Jun2026'),
  'gp-reg-pat-prac-quin-age_2026-06.csv': sizesFile('2026-06-01', 8),
});
export const july = () => ({ 'gp-reg-pat-prac-quin-age_2026-07.csv': sizesFile('2026-07-01', 9) });
