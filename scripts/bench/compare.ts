import type { Timing } from './options';

/** What one run found. CPU in milliseconds per operation, latency in milliseconds. */
export type Measure = {
  rate: number;
  serverCpu: number;
  databaseCpu: number;
  latency?: { p50: number; p95: number; p99: number };
};

/** Something that can be driven for some seconds. */
export type Side = { name: string; measure: (seconds: number) => Promise<Measure> };

export type Comparison = {
  limit: Measure;
  ours: Measure;
  /** Ours ÷ limit, of the rounds that count: the median. */
  rateRatio: number;
  cpuRatio: number;
  counted: number;
  refused: number;
};

// Two runs of the same limit that differ by more than this: the machine was busy with something else.
const tolerance = 0.25;

/**
 * Limit → ours → limit, until enough rounds count. On a machine that seldom holds still fewer have to do, and are told;
 * throws when it never does.
 */
export async function compare(limit: Side, ours: Side, timing: Timing): Promise<Comparison> {
  await limit.measure(timing.warmUp);
  await ours.measure(timing.warmUp);
  const rounds: Round[] = [];
  const disturbed: Round[] = [];
  while (rounds.length < timing.rounds && rounds.length + disturbed.length < timing.mostRounds) {
    const before = await limit.measure(timing.seconds);
    const measured = await ours.measure(timing.seconds);
    const after = await limit.measure(timing.seconds);
    const round = { limit: mean(before, after), ours: measured };
    (isSteady(before.rate, after.rate) ? rounds : disturbed).push(round);
  }
  if (rounds.length === 0) {
    const ratio = median(disturbed.map(cpuRatio)).toFixed(2);
    throw new Error(`No verdict: other work disturbed all rounds. CPU, which waiting does not enter, was ${ratio}×.`);
  }
  const of = (ratio: (round: Round) => number) => median(rounds.map(ratio));
  return {
    limit: typical(rounds.map(round => round.limit)),
    ours: typical(rounds.map(round => round.ours)),
    rateRatio: of(round => round.ours.rate / round.limit.rate),
    cpuRatio: of(cpuRatio),
    counted: rounds.length,
    refused: disturbed.length,
  };
}

const cpuRatio = ({ limit, ours }: Round) => cpu(ours) / cpu(limit);

/** CPU of server and database together. */
const cpu = ({ serverCpu, databaseCpu }: Measure) => serverCpu + databaseCpu;

export const isSteady = (before: number, after: number) =>
  Math.abs(before - after) / Math.max(before, after) <= tolerance;

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

type Round = { limit: Measure; ours: Measure };

const mean = (a: Measure, b: Measure) => combine([a, b], values => values.reduce((x, y) => x + y, 0) / values.length);
const typical = (all: Measure[]) => combine(all, median);

function combine(all: Measure[], how: (values: number[]) => number): Measure {
  const latencies = all.flatMap(({ latency }) => latency ?? []);
  return {
    rate: how(all.map(({ rate }) => rate)),
    serverCpu: how(all.map(({ serverCpu }) => serverCpu)),
    databaseCpu: how(all.map(({ databaseCpu }) => databaseCpu)),
    latency:
      latencies.length === 0
        ? undefined
        : {
            p50: how(latencies.map(({ p50 }) => p50)),
            p95: how(latencies.map(({ p95 }) => p95)),
            p99: how(latencies.map(({ p99 }) => p99)),
          },
  };
}
