import { csvLine, csvStart } from '@/lib/core/csv';
import type { ActivityFilters, Entry } from '../schema';

const HEAD = ['time_utc', 'who', 'what', 'about_whom', 'organisation_code', 'organisation', 'request', 'entry'];

/** A trail as CSV, part by part: a row for an entry, none of which a spreadsheet executes. */
export async function* csvOf(batches: AsyncIterable<Entry[]>): AsyncGenerator<string> {
  yield csvStart(HEAD);
  for await (const batch of batches) yield batch.map(entry => csvLine(cells(entry))).join('');
}

const cells = ({ at, who, what, about, organisation, reference, action }: Entry) => [
  at.toISOString(),
  who.name,
  what,
  about?.name ?? '',
  organisation?.code ?? '',
  organisation?.name ?? '',
  reference ?? '',
  action,
];

type About = { whose: string; filters: ActivityFilters; made: Date };

/** The same as JSON, which says of whom it is, how it was narrowed and when it was made. */
export async function* jsonOf(
  batches: AsyncIterable<Entry[]>,
  { whose, filters, made }: About,
): AsyncGenerator<string> {
  const { kind, q, person, from, to } = filters;
  const narrowed = Object.fromEntries(Object.entries({ kind, q, person, from, to }).filter(([, value]) => value));
  yield `{"trail":${JSON.stringify(whose)},"made":"${made.toISOString()}","filters":${JSON.stringify(narrowed)},"entries":[`;
  let first = true;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield `${first ? '' : ','}\n${batch.map(asJson).join(',\n')}`;
    first = false;
  }
  yield '\n]}\n';
}

const asJson = ({ at, who, what, about, organisation, reference, action }: Entry): string =>
  JSON.stringify({
    time: at.toISOString(),
    who: who.name,
    what,
    about: about?.name ?? null,
    organisation,
    request: reference,
    entry: action,
  });
