import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Binaries, findBinaries } from './binaries';
import { type Owner, openTo, runningAs } from './owner';

/** Where a cluster lives and as whom it runs. */
export type Place = { data: string; secretFile: string; logFile: string; binaries: Binaries; owner: Owner };

/** Makes the folder of the cluster and finds out who may run it. */
export async function prepare(folder: string): Promise<Place> {
  const home = path.resolve(folder);
  const data = path.join(home, 'postgres');
  await mkdir(home, { recursive: true, mode: 0o711 });
  const binaries = await findBinaries();
  const owner = await runningAs([binaries.postgres, data]);
  await openTo(owner, data);
  return {
    data,
    secretFile: path.join(home, 'postgres-password'),
    logFile: path.join(home, 'postgres.log'),
    binaries,
    owner,
  };
}

/** The password of the cluster, made with it, readable by the owner of the data folder alone. */
export async function password({ data, secretFile }: Place) {
  if (!existsSync(secretFile)) {
    if (existsSync(path.join(data, 'PG_VERSION'))) {
      throw new Error(
        `The password of the embedded database is gone: restore ${secretFile}, or remove ${data} to reset.`,
      );
    }
    const file = await open(secretFile, 'wx', 0o600);
    await file.writeFile(randomBytes(24).toString('base64url'));
    await file.sync();
    await file.close();
  }
  return (await readFile(secretFile, 'utf8')).trim();
}
