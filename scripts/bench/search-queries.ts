import pg from 'pg';
import { type Random, randomFrom } from '@/lib/datasets/rules/random';
import type { Entry } from '@/lib/organisations/rules/engine';

/** What somebody types, and the organisation that is looked for. */
export type Query = { text: string; sought: Entry };
export type Kind = 'fragment' | 'typo' | 'code' | 'postcode';
export const kinds: Kind[] = ['fragment', 'typo', 'code', 'postcode'];

/** The practices and PCNs of a register, as the search holds them. */
export async function readEntries(databaseUrl: string): Promise<Entry[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Pick<Entry, 'code' | 'kind' | 'name' | 'status' | 'town' | 'postcode'>>(
      `select code, kind, display_name as name, status, town, postcode from organisations
       where kind in ('practice', 'pcn') order by code`,
    );
    const rest = { closedOn: null, linkable: true, address: '', pcn: null, icb: null, successors: [], practices: 0 };
    return rows.map(row => ({ ...row, ...rest }));
  } finally {
    await client.end();
  }
}

/** The same queries at every run: each looks for another open practice. */
export function queriesFor(kind: Kind, entries: Entry[], count: number): Query[] {
  const practices = entries.filter(
    ({ kind: is, status, postcode }) => is === 'practice' && status === 'open' && postcode,
  );
  const random = randomFrom(kind.length);
  return Array.from({ length: count }, () => practices[random.below(practices.length)]).flatMap(sought =>
    sought ? [{ sought, text: write[kind](sought, random) }] : [],
  );
}

/** A register of another size with the shape of this one: names of the same words, mixed; codes and postcodes of its own. */
export function enlarged(entries: Entry[], size: number): Entry[] {
  const names = entries.map(({ name }) => name.split(' '));
  return Array.from({ length: size }, (_, index) => {
    const at = index % entries.length;
    const copy = Math.floor(index / entries.length);
    const like = entries[at];
    if (!like || copy === 0) return like ?? [];
    const [first = ''] = names[(at * 31 + copy * 977) % names.length] ?? [];
    const name = [first, ...(names[at] ?? []).slice(1)].join(' ');
    const mark = String.fromCharCode(65 + copy);
    return { ...like, name, code: mark + like.code, postcode: like.postcode && mark + like.postcode };
  }).flat();
}

const write: Record<Kind, (entry: Entry, random: Random) => string> = {
  fragment: ({ name }, random) => name.slice(0, 4 + random.below(5)),
  typo: ({ name }, random) => mistype(name, random),
  code: ({ code }) => code,
  postcode: ({ postcode }) => postcode ?? '',
};

/** One letter left out, added, changed, or swapped with the next, anywhere in the name. */
function mistype(name: string, { below, pick }: Random): string {
  const letters = [...name].flatMap((letter, at) => (/[a-z]/i.test(letter) ? [at] : []));
  const at = letters[below(letters.length)] ?? 0;
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  const other = String.fromCharCode(97 + below(26));
  const left = before + after;
  const isWithin = /[a-z]/i.test(after.charAt(0));
  const swapped = isWithin ? before + after.charAt(0) + letter + after.slice(1) : left;
  return pick([left, before + other + letter + after, before + other + after, swapped]);
}
