import { get } from './ask';
import { median } from './compare';
import { atMost, type Finding, percent } from './finding';
import { load } from './load';
import { memoryOf } from './processes';
import type { Workshop } from './workshop';

/** Uses the product for some minutes and compares the memory of the last fifth with that of the second fifth. */
export async function soak(app: Awaited<ReturnType<Workshop['app']>>, minutes: number): Promise<Finding> {
  const requests = app.people.sessions.flatMap(({ cookie }) => [
    get('/api/session/', { cookie }),
    get('/accounts/profile/', { cookie }),
    get('/'),
  ]);
  const side = load('soak', app, requests);
  const samples: number[] = [];
  for (const end = Date.now() + minutes * 60_000; Date.now() < end; ) {
    await side.measure(10);
    samples.push(memoryOf(app.server));
  }
  const fifth = Math.max(1, Math.floor(samples.length / 5));
  // The first fifth is left out: caches fill and the heap finds its size.
  const early = median(samples.slice(fifth, 2 * fifth));
  const late = median(samples.slice(-fifth));
  return {
    what: `memory through ${minutes} minutes of use`,
    criteria: [atMost('growth', Math.max(0, late / early - 1), 0.05, percent)],
    remark: `${mebibytes(early)} → ${mebibytes(late)}`,
  };
}

const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
