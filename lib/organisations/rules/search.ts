import { type Budget, type Dictionary, intersection, type Postings } from './dictionary';
import { displayName } from './display-name';
import { type Engine, identified } from './engine';
import { keyOf, wordsOf } from './normalise';
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
  const ids = identified(engine, text);
  const named = engine.names.startingWith(keyOf(words));
  const all = intersection(words.map(engine.words.startingWith), budget);
  const { total, exact } = counted(ids, all.found);
  // Every name that begins like this has all its words, so it is counted there.
  if (total > 0) {
    const exactly = exact && all.complete;
    return {
      page: paged([...ids, named, all.found], page),
      total,
      exact: exactly,
      didYouMean: null,
      visited: budget.visited,
    };
  }
  const near = mistyped(engine, words, budget);
  const found = near.found;
  return {
    page: found.slice(page.offset, page.offset + page.limit),
    total: found.length,
    exact: budget.left > 0,
    didYouMean: near.meant,
    visited: budget.visited,
  };
}

/** One page out of tiers that may overlap; an organisation stands in the first tier that has it. */
function paged(tiers: Postings[], { limit, offset }: Page): number[] {
  const seen = new Set<number>();
  const filled = tiers.filter(tier => tier.length > 0);
  if (filled.length === 1) return Array.from(filled[0]?.subarray(offset, offset + limit) ?? []);
  for (const tier of filled) {
    for (const at of tier) {
      if (seen.size >= offset + limit) return [...seen].slice(offset);
      seen.add(at);
    }
  }
  return [...seen].slice(offset);
}

const COUNTED = 500;

/** How many there are in all; beyond a bound tiers are not compared with each other any more. */
function counted(ids: Postings[], all: Postings): { total: number; exact: boolean } {
  const filled = [...ids, all].filter(tier => tier.length > 0);
  const longest = filled.reduce((most, tier) => Math.max(most, tier.length), 0);
  if (filled.length < 2) return { total: longest, exact: true };
  if (longest > COUNTED) return { total: longest, exact: false };
  return { total: new Set(filled.flatMap(tier => [...tier])).size, exact: true };
}

type Meant = { found: number[]; meant: string | null };

/** One edit anywhere: in one word, a space too many, or a space left out. Names that are one edit away come first. */
function mistyped(engine: Engine, words: string[], budget: Budget): Meant {
  const found = new Map<number, Word[]>();
  for (const reading of readings(engine, words)) {
    const { found: postings } = intersection(
      reading.map(word => word.postings),
      budget,
    );
    for (const at of postings.subarray(0, 200)) if (!found.has(at)) found.set(at, reading);
    if (budget.left <= 0 || found.size > 400) break;
  }
  const typed = keyOf(words);
  const ranked: number[][] = [[], [], []];
  for (const at of [...found.keys()].sort((a, b) => a - b))
    ranked[beginsNearly(engine.keys[at] ?? '', typed)]?.push(at);
  const all = ranked.flat();
  const best = all[0];
  const meant = best === undefined ? [] : (found.get(best) ?? []).map(({ word }) => word);
  return { found: all, meant: best === undefined ? null : displayName(meant.join(' ').toUpperCase()) };
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
  const order = [...words.keys()].sort((a, b) => (typed[a]?.postings.length ?? 0) - (typed[b]?.postings.length ?? 0));
  for (const at of order) {
    const others = typed.filter((_, which) => which !== at);
    if (others.some(other => other.postings.length === 0)) continue;
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
  const unknown = typed.filter(each => each.postings.length === 0);
  if (unknown.length < 2) return;
  const likeliest = (word: string) =>
    near(word)
      .map(plain)
      .sort((a, b) => b.postings.length - a.postings.length)[0];
  yield typed.map(each => (each.postings.length > 0 ? each : (likeliest(each.word) ?? each)));
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
    if (postings.length === 0) continue;
    for (const right of [word.slice(at), word.slice(at + 1)]) {
      const rest = index.startingWith(right);
      if (rest.length > 0)
        parts.push([
          { word: left, postings },
          { word: right, postings: rest },
        ]);
    }
  }
  return parts;
}
