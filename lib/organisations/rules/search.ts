import type { Dictionary } from './dictionary';
import { displayName } from './display-name';
import { type Engine, identified } from './engine';
import { keyOf, wordsOf } from './normalise';
import { type Budget, type Common, intersection, NONE, type Postings } from './postings';
import { beginsNearly } from './typo';

/** Positions in the engine, best first, of one page; and how much there is in all. */
export type Found = {
  page: number[];
  total: number;
  /** False when counting stopped at the bound. */
  exact: boolean;
  didYouMean: string | null;
  /** Postings looked at: what a search costs, whatever the machine. */
  visited: number;
};

export type Page = { limit: number; offset: number };

// Enough for every search of a few hundred results; it keeps the worst search independent of the size of the register.
const BOUND = 1500;

/**
 * Exact code → exact postcode → beginning of a code or postcode → beginning of the name → all words → one typing error.
 * Within each of them open organisations come before dormant and closed ones.
 */
export function search(engine: Engine, text: string, page: Page): Found {
  const words = wordsOf(text);
  const budget: Budget = { left: BOUND, visited: 0 };
  if (words.length === 0) return { page: [], total: 0, exact: true, didYouMean: null, visited: 0 };
  const enough = page.offset + page.limit;
  const ids = identified(engine, text).filter(({ places }) => places.length > 0);
  const lists = words.map(engine.words.startingWith);
  const named = lists.includes(NONE) ? [] : engine.names(keyOf(words), enough);
  // Every name that begins like this has all its words, so it is counted there. Where such names fill the page, no more
  // is looked for; where all are compared with those of a code or postcode, all of them are wanted.
  const wanted = ids.length > 0 ? Math.max(enough, COUNTED) : named.length < enough ? enough : 0;
  const all = intersection(lists, wanted, budget, engine.pairs(lists));
  const { total, exact } = counted(ids, all);
  if (total + named.length > 0) {
    return {
      page: paged([...ids.map(({ places }) => places), named, all.first], page),
      total: Math.max(total, named.length),
      exact: exact && all.complete,
      didYouMean: null,
      visited: budget.visited,
    };
  }
  const near = mistyped(engine, words, budget);
  const found = near.found;
  return {
    page: found.slice(page.offset, enough),
    total: found.length,
    exact: budget.left > 0,
    didYouMean: near.meant,
    visited: budget.visited,
  };
}

/** One page out of tiers that may overlap; an organisation stands in the first tier that has it. */
function paged(tiers: ArrayLike<number>[], { limit, offset }: Page): number[] {
  const seen = new Set<number>();
  for (const tier of tiers) {
    for (let at = 0; at < tier.length && seen.size < offset + limit; at++) seen.add(tier[at] ?? 0);
  }
  return [...seen].slice(offset);
}

const COUNTED = 500;

/** How many there are in all; beyond a bound tiers are not compared with each other any more. */
function counted(ids: Postings[], all: Common): { total: number; exact: boolean } {
  const longest = ids.reduce((most, { places }) => Math.max(most, places.length), all.count);
  if (ids.length + Math.sign(all.count) < 2) return { total: longest, exact: true };
  if (longest > COUNTED) return { total: longest, exact: false };
  const different = new Set(Array.from({ length: all.count }, (_, at) => all.first[at]));
  for (const { places } of ids) for (const place of places) different.add(place);
  return { total: different.size, exact: true };
}

type Meant = { found: number[]; meant: string | null };

// Of each way to read what was typed.
const MOST = 200;

/** One edit anywhere: in one word, a space too many, or a space left out. Names that are one edit away come first. */
function mistyped(engine: Engine, words: string[], budget: Budget): Meant {
  const kept: { reading: Word[]; first: number[] }[] = [];
  let found: number[] = [];
  for (const reading of readings(engine, words)) {
    const lists = reading.map(word => word.postings);
    const first: number[] = Array.prototype.slice.call(intersection(lists, MOST, budget).first, 0, MOST);
    if (first.length > 0) kept.push({ reading, first });
    found = found.length > 0 && first.length > 0 ? [...new Set([...found, ...first])] : [...found, ...first];
    if (budget.left <= 0 || found.length > 2 * MOST) break;
  }
  const typed = keyOf(words);
  const ranked: number[][] = [[], [], []];
  for (const at of Int32Array.from(found).sort()) ranked[beginsNearly(engine.keys[at] ?? '', typed)]?.push(at);
  const all = ranked.flat();
  const best = all[0];
  if (best === undefined) return { found: [], meant: null };
  const meant = kept.find(({ first }) => first.includes(best))?.reading ?? [];
  return {
    found: all,
    meant: displayName(
      meant
        .map(({ word }) => word)
        .join(' ')
        .toUpperCase(),
    ),
  };
}

type Word = { word: string; postings: Postings };

/** What the words may have been meant to be, the likeliest first. */
function* readings({ words: index, near }: Engine, words: string[]): Iterable<Word[]> {
  const typed = words.map(word => ({ word, postings: index.startingWith(word) }));
  const replaced = (at: number, count: number, by: Word[]) => [
    ...typed.slice(0, at),
    ...by,
    ...typed.slice(at + count),
  ];
  const plain = (word: string): Word => ({ word, postings: index.of(word) });
  // A word that begins nothing is the mistyped one; try it first.
  const order = [...words.keys()].sort(
    (a, b) => (typed[a]?.postings.places.length ?? 0) - (typed[b]?.postings.places.length ?? 0),
  );
  for (const at of order) {
    const others = typed.filter((_, which) => which !== at);
    if (others.some(other => other.postings.places.length === 0)) continue;
    for (const term of near(words[at] ?? '')) yield replaced(at, 1, [plain(term)]);
    yield* parted(words[at] ?? '', index).map(two => replaced(at, 1, two));
  }
  for (const at of words.slice(1).keys()) {
    for (const pair of moved(words[at] ?? '', words[at + 1] ?? '')) {
      const by = pair.map(word => ({ word, postings: index.startingWith(word) }));
      yield replaced(at, 2, by);
    }
  }
  // Each of several unknown words mistyped once.
  const unknown = typed.filter(each => each.postings.places.length === 0);
  if (unknown.length < 2) return;
  const likeliest = (word: string) =>
    near(word)
      .map(plain)
      .sort((a, b) => b.postings.places.length - a.postings.places.length)[0];
  yield typed.map(each => (each.postings.places.length > 0 ? each : (likeliest(each.word) ?? each)));
}

/** A space too many, or one that stands a letter too early or too late. */
function moved(left: string, right: string): string[][] {
  return [[left + right], [left.slice(0, -1), left.slice(-1) + right], [left + right.slice(0, 1), right.slice(1)]];
}

/** A space left out, or a letter typed in its place. */
function parted(word: string, index: Dictionary): Word[][] {
  const parts: Word[][] = [];
  for (let at = 1; at < word.length; at++) {
    const left = word.slice(0, at);
    const postings = index.of(left);
    if (postings.places.length === 0) continue;
    for (const right of [word.slice(at), word.slice(at + 1)]) {
      const rest = index.startingWith(right);
      if (rest.places.length > 0)
        parts.push([
          { word: left, postings },
          { word: right, postings: rest },
        ]);
    }
  }
  return parts;
}
