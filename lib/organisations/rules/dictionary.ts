import { LONG, NONE, type Postings, postings } from './postings';
import { sortedTerms } from './sorted-terms';

/** Terms and where they stand; a prefix finds the postings of all terms that begin with it. */
export type Dictionary = {
  /** Everything under a term or the beginning of one. */
  startingWith: (prefix: string) => Postings;
  /** Everything under exactly this term. */
  of: (term: string) => Postings;
  terms: string[];
  /** Every list that is long. */
  long: Postings[];
};

/** `found` says for each term which of so many organisations it names, in rank order. */
export function dictionary(found: Map<string, number[]>, size: number): Dictionary {
  const terms = [...found.keys()].sort();
  const sorted = sortedTerms(terms);
  const lists = inOneRow(
    terms.map(term => found.get(term) ?? []),
    size,
  );
  const long = longPrefixes(terms, lists);
  return {
    terms,
    long: [...long.values()],
    of: term => {
      const at = sorted.first(term);
      return terms[at] === term ? lists.between(at, at + 1) : NONE;
    },
    startingWith: prefix => {
      // Everything begins with nothing: whoever typed nothing means none of it.
      if (prefix === '') return NONE;
      return long.get(prefix) ?? lists.between(...sorted.beginning(prefix));
    },
  };
}

/** Adds an organisation under a term; organisations come in rank order. */
export function put(found: Map<string, number[]>, term: string, at: number): void {
  const list = found.get(term);
  if (!list) found.set(term, [at]);
  else if (list.at(-1) !== at) list.push(at);
}

type Lists = { count: (from: number, to: number) => number; between: (from: number, to: number) => Postings };

/** The lists of all terms, one behind the other: those of neighbouring terms are read in one go. */
function inOneRow(lists: number[][], size: number): Lists {
  const starts = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  const row = Int32Array.from(lists.flat());
  const part = (from: number, to: number) => row.subarray(starts[from], starts[to]);
  const count = (from: number, to: number) => (starts[to] ?? 0) - (starts[from] ?? 0);
  const long = new Map<number, Postings>();
  for (const at of lists.keys()) if (count(at, at + 1) > LONG) long.set(at, postings(part(at, at + 1), size));
  return {
    count,
    between: (from, to) => {
      if (to <= from) return NONE;
      if (to - from === 1) return long.get(from) ?? { places: part(from, to) };
      return postings(inOrder(part(from, to)), size);
    },
  };
}

/** Sorted, each once. */
function inOrder(some: Int32Array): Int32Array {
  const sorted = some.slice().sort();
  let end = 0;
  for (const place of sorted) if (end === 0 || place !== sorted[end - 1]) sorted[end++] = place;
  return sorted.subarray(0, end);
}

/** Prefixes with long lists are merged when the dictionary is built, so that no search merges more than a few postings. */
function longPrefixes(terms: string[], lists: Lists): Map<string, Postings> {
  const long = new Map<string, Postings>();
  const visit = ({ from, to, length, parent }: Branch) => {
    for (const group of groupsOf(terms, from, to, length)) {
      if (lists.count(group.from, group.to) <= LONG) continue;
      // The same terms as one letter before: the same list.
      const same = group.from === from && group.to === to;
      const list = parent && same ? parent : lists.between(group.from, group.to);
      long.set(group.prefix, list);
      visit({ from: group.from, to: group.to, length: length + 1, parent: list });
    }
  };
  visit({ from: 0, to: terms.length, length: 1, parent: null });
  return long;
}

type Branch = { from: number; to: number; length: number; parent: Postings | null };

/** Neighbouring terms with the same first letters; terms that are shorter stand in none. */
function* groupsOf(terms: string[], from: number, to: number, length: number) {
  let start = from;
  while (start < to) {
    const prefix = terms[start]?.slice(0, length) ?? '';
    let end = start + 1;
    if (prefix.length === length) {
      while (end < to && terms[end]?.startsWith(prefix)) end++;
      yield { prefix, from: start, to: end };
    }
    start = end;
  }
}
