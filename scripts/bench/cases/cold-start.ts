import path from 'node:path';
import { startInstallation } from '../app-server';
import { isSteady, median } from '../compare';
import { atMost, type Case, times } from '../finding';
import { soak } from '../soak';
import type { Workshop } from '../workshop';

export const coldStart: Case = {
  number: 12,
  title: 'Cold start and memory',
  run: async workshop => {
    const { ours, limit } = await starts(workshop);
    const minutes = workshop.options.soak;
    return [
      {
        what: 'from `npm start` to the first 200, its own PostgreSQL included, on an existing database',
        criteria: [atMost('time', ours / limit, 1.5, times)],
        remark: `${(ours / 1000).toFixed(2)} s, the bare app ${(limit / 1000).toFixed(2)} s`,
      },
      ...(minutes > 0 ? [await soak(await workshop.app(), minutes)] : []),
    ];
  },
};

async function starts(workshop: Workshop) {
  const folder = path.join(workshop.folder, 'cold');
  // Builds, and makes the database and the register that the measured starts find.
  await workshop.app();
  const bare = async () => (await workshop.startBare()).stop();
  const app = async () => (await startInstallation({ folder, until: '/' })).stop();
  await bare();
  await app();
  const { rounds, mostRounds } = workshop.options.timing;
  const counted: { limit: number; ours: number }[] = [];
  for (let round = 0; counted.length < rounds; round += 1) {
    if (round === mostRounds) throw new Error('No verdict: too many rounds were disturbed by other work.');
    const before = await timed(() => workshop.startBare());
    const ours = await timed(() => startInstallation({ folder, until: '/' }));
    const after = await timed(() => workshop.startBare());
    if (isSteady(before, after)) counted.push({ limit: (before + after) / 2, ours });
  }
  return { ours: median(counted.map(({ ours }) => ours)), limit: median(counted.map(({ limit }) => limit)) };
}

/** Milliseconds until the start is done. Stopping is not counted. */
async function timed(start: () => Promise<{ stop: () => Promise<void> }>) {
  const began = performance.now();
  const { stop } = await start();
  const took = performance.now() - began;
  await stop();
  return took;
}
