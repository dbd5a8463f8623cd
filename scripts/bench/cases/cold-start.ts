import path from 'node:path';
import { startInstallation } from '../app-server';
import { isSteady, median } from '../compare';
import { externalDatabase } from '../external-database';
import { atMost, type Case, type Finding, times } from '../finding';
import { soak } from '../soak';
import type { Workshop } from '../workshop';

export const coldStart: Case = {
  number: 12,
  title: 'Cold start and memory',
  run: async workshop => {
    const { limit, ours, embedded } = await starts(workshop);
    const minutes = workshop.options.soak;
    return [
      finding('on an existing database that runs', ours / limit, [ours, limit]),
      {
        ...finding('its own database started with it', embedded / limit, [embedded, limit]),
        criteria: [{ target: 'reported', measured: `time ${times(embedded / limit)}`, met: true }],
      },
      ...(minutes > 0 ? [await soak(await workshop.app(), minutes)] : []),
    ];
  },
};

const finding = (how: string, ratio: number, [took = 0, limit = 0]: number[]): Finding => ({
  what: `from \`npm start\` to the first 200, ${how}`,
  criteria: [atMost('time', ratio, 1.5, times)],
  remark: `${how}: ${(took / 1000).toFixed(2)} s, the bare app ${(limit / 1000).toFixed(2)} s`,
});

type Round = { limit: number; ours: number; embedded: number };

async function starts(workshop: Workshop) {
  // Builds, and makes the databases and registers that the measured starts find.
  await workshop.app();
  const external = await externalDatabase(path.join(workshop.folder, 'cold-external'), workshop.options.external);
  workshop.atEnd(external.stop);
  const bare = () => workshop.startBare();
  const ours = () => startInstallation({ folder: path.join(workshop.folder, 'cold-data'), external, until: '/' });
  const embedded = () => startInstallation({ folder: path.join(workshop.folder, 'cold'), until: '/' });
  for (const start of [bare, ours, embedded]) await timed(start);

  const { rounds, mostRounds } = workshop.options.timing;
  const counted: Round[] = [];
  // A start is over in a second: there is time for more tries than elsewhere.
  for (let round = 0; counted.length < rounds && round < 2 * mostRounds; round += 1) {
    const before = await timed(bare);
    const [took, withDatabase] = [await timed(ours), await timed(embedded)];
    const after = await timed(bare);
    if (isSteady(before, after)) counted.push({ limit: (before + after) / 2, ours: took, embedded: withDatabase });
  }
  if (counted.length === 0) throw new Error('No verdict: other work disturbed all rounds.');
  const typical = (of: (round: Round) => number) => median(counted.map(of));
  return {
    limit: typical(round => round.limit),
    ours: typical(round => round.ours),
    embedded: typical(round => round.embedded),
  };
}

/** Milliseconds until the start is done. Stopping is not counted. */
async function timed(start: () => Promise<{ stop: () => Promise<void> }>) {
  const began = performance.now();
  const { stop } = await start();
  const took = performance.now() - began;
  await stop();
  return took;
}
