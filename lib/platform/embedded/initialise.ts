import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { command, openTo } from './owner';
import type { Place } from './place';

/** Makes the cluster's files, if there are none. A cluster half made by a killed process is made again. */
export async function initialise({ data, binaries, owner }: Place, password: string, throwaway: boolean) {
  if (existsSync(path.join(data, 'PG_VERSION'))) return;
  const fresh = `${data}.new`;
  const passwordFile = `${data}.new-password`;
  await rm(fresh, { recursive: true, force: true });
  await openTo(owner, fresh);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner.uid !== undefined) await chown(passwordFile, owner.uid, owner.gid ?? owner.uid);
  try {
    const how = ['-D', fresh, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    const what = ['-E', 'UTF8', '--no-locale', '--no-instructions'];
    await run(owner, binaries.initdb, [...how, ...what, ...(throwaway ? ['--no-sync'] : [])]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rm(data, { recursive: true, force: true });
  await rename(fresh, data);
}

function run(owner: Place['owner'], program: string, args: string[]) {
  const line = command(owner, program, args);
  return new Promise<void>((resolve, reject) => {
    const { uid, gid } = owner;
    const child = spawn(line.program, line.args, { uid, gid, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', chunk => {
      said += chunk;
    });
    child.once('error', reject);
    child.once('exit', status => {
      if (status === 0) resolve();
      else reject(new Error(`The embedded database could not be made. ${said.trim()} ${advice}`));
    });
  });
}

const advice =
  'Nothing was changed. Move the folder to a place that other accounts may enter, run as an ordinary user, or set DATABASE_URL.';
