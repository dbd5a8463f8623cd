import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCluster } from '@/lib/platform/embedded/cluster';
import { isBuilt } from '../source-hash.mjs';
import { type Installation, startInstallation } from './app-server';
import { buildBareApp } from './bare-app';
import { stopLoad } from './load';
import type { Options } from './options';
import type { Running } from './running';
import { type People, seed } from './seed';

/** What the cases share: made when the first of them asks for it, removed at the end. */
export type Workshop = {
  options: Options;
  folder: string;
  /** The product with its people in it. */
  app: () => Promise<Installation & { databaseUrl: string; people: People }>;
  /** Starts one more bare app. */
  startBare: () => Promise<Running>;
  /** The bare app that runs all the time. */
  bare: () => Promise<Running>;
  /** Runs before the folder is removed, the newest first. */
  atEnd: (work: () => Promise<unknown>) => void;
  close: () => Promise<void>;
};

export function openWorkshop(options: Options, say: (line: string) => void): Workshop {
  const folder = mkdtempSync(path.join(tmpdir(), 'haresign-bench-'));
  // The database's account must be able to enter.
  chmodSync(folder, 0o711);
  const endings: (() => Promise<unknown>)[] = [];
  const atEnd = (work: () => Promise<unknown>) => endings.unshift(work);

  const built = once(async () => {
    if (isBuilt()) return;
    say('Building the product…');
    const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error('The product was not built.');
  });
  const bareBuilt = once(async () => {
    say('Building the bare app…');
    return buildBareApp(path.join(folder, 'bare'));
  });
  const startBare = async () => {
    const running = await (await bareBuilt())();
    atEnd(running.stop);
    return running;
  };
  const app = once(async () => {
    await built();
    say('Starting the product, making the demonstration register…');
    const installation = await startInstallation({ folder: path.join(folder, 'data') });
    atEnd(installation.stop);
    // Joins the cluster that the installation runs.
    const cluster = await startCluster({ folder: installation.folder });
    const databaseUrl = cluster.url('haresign');
    say(`Making ${options.users} people…`);
    return { ...installation, databaseUrl, people: await seed(databaseUrl, options.users) };
  });

  return {
    options,
    folder,
    app,
    startBare,
    bare: once(startBare),
    atEnd,
    // Asked twice (Ctrl-C at the end), it is done once.
    close: once(async () => {
      stopLoad();
      for (const ending of endings) await ending().catch(error => say(String(error)));
      await rm(folder, { recursive: true, force: true });
    }),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
