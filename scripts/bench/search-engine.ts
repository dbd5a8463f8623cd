import { type Engine, type Entry, engineOf } from '@/lib/organisations/rules/engine';
import { search } from '@/lib/organisations/rules/search';
import { median } from './compare';
import { atLeast, atMost, type Finding, percent, times, unit } from './finding';
import { enlarged, type Kind, kinds, type Query, queriesFor } from './search-queries';

const perKind = 2000;
const passes = 7;
const first = { limit: 10, offset: 0 };

/** The search alone, without HTTP: its slowest answers, how they grow with the register, and whether it finds. */
export function measureEngine(entries: Entry[]): Finding[] {
  const small = enlarged(entries, 8000);
  const [engine, large] = [engineOf(small), engineOf(enlarged(entries, 83_000))];
  const queries = Object.fromEntries(kinds.map(kind => [kind, queriesFor(kind, small, perKind)]));
  const all = kinds.flatMap(kind => queries[kind] ?? []);
  const [ours = [], others = []] = timesOf([engine, large], all);
  const p99 = (took: number[], chosen: Kind[]) => {
    const sorted = took.filter((_, at) => chosen.includes(kindOf(at))).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
  };
  const kindOf = (at: number) => kinds[Math.floor(at / perKind)] ?? 'fragment';
  const [prefixes, typos]: Kind[][] = [['fragment', 'code', 'postcode'], ['typo']];
  const growth = (chosen: Kind[] = []) => p99(others, chosen) / p99(ours, chosen);
  return [
    {
      what: 'engine, 8,000 organisations, all four kinds of query',
      criteria: [
        atMost('p99', p99(ours, kinds), 0.2, unit('ms', 3)),
        atLeast(
          'right practice among the first 3 for one-edit typos',
          found(engine, queries.typo ?? []),
          0.95,
          percent,
        ),
      ],
    },
    {
      what: 'engine, from 8,000 to 83,000 organisations',
      criteria: [
        atMost('p99 of prefixes', growth(prefixes), 1.2, times),
        atMost('p99 of typos', growth(typos), 2, times),
      ],
    },
  ];
}

/**
 * Milliseconds of each query in each engine: the median of several passes, so that a pause of the machine is not taken
 * for the search. The engines take turns, so that what slows the machine slows both.
 */
function timesOf(engines: Engine[], queries: Query[]): number[][] {
  const took = engines.map(() => queries.map((): number[] => []));
  for (let pass = 0; pass < passes; pass += 1) {
    for (const [which, engine] of engines.entries()) {
      for (const [at, { text }] of queries.entries()) {
        const began = performance.now();
        search(engine, text, first);
        took[which]?.[at]?.push(performance.now() - began);
      }
    }
  }
  return took.map(each => each.map(median));
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
