import type { Postings } from './postings';

/** How many organisations stand in both of two long lists; nothing where that was not counted. */
export type Pairs = (lists: Postings[]) => number | undefined;

// Room for 1.1 million pairs: 4.5 MB. England has fewer long lists than this.
const MOST = 1500;

/**
 * Counted once, when the index is made: two words of which each stands in thousands of names are common while somebody
 * types, and counting what they share was most of such a search.
 */
export function pairsOf(lists: Postings[], size: number): Pairs {
  const longest = [...new Set(lists)].sort((a, b) => b.places.length - a.places.length).slice(0, MOST);
  const numbers = new Map(longest.map((list, number) => [list, number]));
  const shared = new Int32Array((longest.length * (longest.length + 1)) / 2);
  for (const own of listsOfEach(longest, size)) {
    for (const [at, larger] of own.entries())
      for (let n = 0; n <= at; n++) shared[place(larger, own[n] ?? 0)] = (shared[place(larger, own[n] ?? 0)] ?? 0) + 1;
  }
  return ([one, other, ...more]) => {
    if (!one || !other || more.length > 0) return;
    const [a, b] = [numbers.get(one), numbers.get(other)];
    return a === undefined || b === undefined ? undefined : shared[a > b ? place(a, b) : place(b, a)];
  };
}

// The pairs of the first list, then those of the second with it and itself, and so on.
const place = (larger: number, smaller: number) => (larger * (larger + 1)) / 2 + smaller;

/** For each organisation the numbers of the lists it stands in, ascending. */
function listsOfEach(lists: Postings[], size: number): number[][] {
  const each = Array.from({ length: size }, (): number[] => []);
  for (const [number, { places }] of lists.entries()) for (const at of places) each[at]?.push(number);
  return each;
}
