import { randomFrom } from '@/lib/datasets/rules/random';
import { type Engine, type Entry, engineOf } from '@/lib/organisations/rules/engine';
import { search } from '@/lib/organisations/rules/search';
import { median } from './compare';
import { atLeast, atMost, type Finding, percent, times, unit } from './finding';
import { enlarged, type Kind, kinds, type Query, queriesFor } from './search-queries';

const perKind = 2000;
const passes = 15;
const first = { limit: 10, offset: 0 };

/** The search alone, without HTTP: its slowest answers, how they grow with the register, and whether it finds. */
export function measureEngine(entries: Entry[]): Finding[] {
  const small = enlarged(entries, 8000);
  const engines = [engineOf(small), engineOf(enlarged(entries, 83_000))];
  const queries = Object.fromEntries(kinds.map(kind => [kind, queriesFor(kind, small, perKind)]));
  const all = kinds.flatMap(kind => (queries[kind] ?? []).map(({ text }) => ({ kind, text })));
  const [ours, others] = timesOf(engines, all).map(samples => ({
    // Of each query the median, so that a pause of the machine is not taken for the search.
    p99: (chosen: Kind[]) =>
      percentile(
        samples.flatMap((times, at) => (chosen.includes(all[at]?.kind ?? 'typo') ? median(times) : [])),
        0.99,
      ),
    // Every search as it came: pauses of the machine and garbage too.
    raw: [0.5, 0.99, 0.999].map(share => micro(percentile(samples.flat(), share))).join(' / '),
  }));
  if (!ours || !others || !engines[0]) throw new Error('Nothing was measured.');
  const [prefixes, typos]: Kind[][] = [['fragment', 'code', 'postcode'], ['typo']];
  const growth = (chosen: Kind[] = []) => others.p99(chosen) / ours.p99(chosen);
  const both = (chosen: Kind[] = []) => `${micro(ours.p99(chosen))} → ${micro(others.p99(chosen))} µs`;
  return [
    {
      what: 'engine, 8,000 organisations, all four kinds of query',
      criteria: [
        atMost('p99', ours.p99(kinds), 0.2, unit('ms', 3)),
        atLeast(
          'right practice among the first 3 for one-edit typos',
          found(engines[0], queries.typo ?? []),
          0.95,
          percent,
        ),
      ],
      remark: `Every search as it came, pauses and garbage included: p50 / p99 / p99.9 ${ours.raw} µs among 8,000, ${others.raw} µs among 83,000 organisations.`,
    },
    {
      what: 'engine, from 8,000 to 83,000 organisations',
      criteria: [
        atMost('p99 of prefixes', growth(prefixes), 1.2, times),
        atMost('p99 of typos', growth(typos), 2, times),
      ],
      remark: `p99 of prefixes ${both(prefixes)}, of typos ${both(typos)}: of each query the median of ${passes} passes.`,
    },
  ];
}

const micro = (milliseconds: number) => (milliseconds * 1000).toFixed(1);

function percentile(values: number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

/**
 * Milliseconds of every pass of each query in each engine. The engines take turns, so that what slows the machine slows
 * both, and each pass asks in another order: what was asked just before is never the same.
 */
function timesOf(engines: Engine[], queries: { text: string }[]): number[][][] {
  const took = engines.map(() => queries.map((): number[] => []));
  const { below } = randomFrom(passes);
  for (let pass = 0; pass < passes; pass += 1) {
    const order = shuffled([...queries.keys()], below);
    for (const [which, engine] of engines.entries()) {
      for (const at of order) {
        const text = queries[at]?.text ?? '';
        const began = performance.now();
        search(engine, text, first);
        took[which]?.[at]?.push(performance.now() - began);
      }
    }
  }
  return took;
}

function shuffled(all: number[], below: (bound: number) => number): number[] {
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [all[at], all[other]] = [all[other] ?? 0, all[at] ?? 0];
  }
  return all;
}

/** Share of queries that show what was looked for among the first three: it, or one that has the very same name. */
function found(engine: Engine, queries: Query[]): number {
  const hits = queries.filter(({ text, sought }) =>
    search(engine, text, first)
      .page.slice(0, 3)
      .some(at => engine.entries[at]?.code === sought.code || engine.entries[at]?.name === sought.name),
  );
  return hits.length / queries.length;
}
