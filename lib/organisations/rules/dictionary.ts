/** Positions of organisations in rank order: a smaller number ranks higher. */
export type Postings = Int32Array;
const NONE: Postings = new Int32Array(0);

/** Terms and where they stand; a prefix finds the postings of all terms that begin with it. */
export type Dictionary = {
  /** Everything under a term or the beginning of one. */
  startingWith: (prefix: string) => Postings;
  /** Everything under exactly this term. */
  of: (term: string) => Postings;
  terms: string[];
};

// Prefixes with more postings than this are merged when the dictionary is built, so that no search merges more.
const HOT = 128;

export function dictionary(found: Map<string, number[]>): Dictionary {
  const terms = [...found.keys()].sort();
  const lists = terms.map(term => ascending(found.get(term) ?? []));
  const hot = hotPrefixes(terms, lists);
  return {
    terms,
    of: term => {
      const at = lowest(terms, term);
      return terms[at] === term ? (lists[at] ?? NONE) : NONE;
    },
    startingWith: prefix => {
      const known = hot.get(prefix);
      if (known) return known;
      const from = lowest(terms, prefix);
      let to = from;
      while (to < terms.length && terms[to]?.startsWith(prefix)) to++;
      return to === from ? NONE : merged(lists, from, to);
    },
  };
}

/** Adds an organisation under a term; organisations come in rank order. */
export function put(found: Map<string, number[]>, term: string, at: number): void {
  const list = found.get(term);
  if (!list) found.set(term, [at]);
  else if (list.at(-1) !== at) list.push(at);
}

function hotPrefixes(terms: string[], lists: Postings[]): Map<string, Postings> {
  const hot = new Map<string, Postings>();
  const size = lists.reduce((most, list) => Math.max(most, (list.at(-1) ?? -1) + 1), 0);
  const visit = ({ from, to, length, parent }: Branch) => {
    for (const group of groupsOf(terms, from, to, length)) {
      if (postingsIn(lists, group.from, group.to) <= HOT) continue;
      // The same terms as one letter before: the same list.
      const same = group.from === from && group.to === to;
      const list = parent && same ? parent : merged(lists, group.from, group.to, size);
      hot.set(group.prefix, list);
      visit({ from: group.from, to: group.to, length: length + 1, parent: list });
    }
  };
  visit({ from: 0, to: terms.length, length: 1, parent: null });
  return hot;
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

function postingsIn(lists: Postings[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += lists[at]?.length ?? 0;
  return sum;
}

function merged(lists: Postings[], from: number, to: number, size = Number.POSITIVE_INFINITY): Postings {
  if (to - from <= 1) return lists[from] ?? NONE;
  const many = postingsIn(lists, from, to);
  return many > size / 16 ? swept(lists.slice(from, to), size) : sorted(lists.slice(from, to), many);
}

function sorted(lists: Postings[], many: number): Postings {
  const all = new Int32Array(many);
  let end = 0;
  for (const list of lists) {
    all.set(list, end);
    end += list.length;
  }
  all.sort();
  let kept = 0;
  for (const posting of all) if (kept === 0 || all[kept - 1] !== posting) all[kept++] = posting;
  return all.slice(0, kept);
}

/** For many postings: mark each, then read the marks in order. */
function swept(lists: Postings[], size: number): Postings {
  const marks = new Uint8Array(size);
  let kept = 0;
  for (const list of lists) {
    for (const posting of list) {
      kept += 1 - (marks[posting] ?? 0);
      marks[posting] = 1;
    }
  }
  const all = new Int32Array(kept);
  let end = 0;
  for (let at = 0; at < size; at++) if (marks[at]) all[end++] = at;
  return all;
}

const ascending = (list: number[]): Postings => Int32Array.from(list);

function lowest(terms: string[], wanted: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts the postings that a search looks at, and ends it at a bound. */
export type Budget = { left: number; visited: number };

/** What stands in all lists, in rank order. Stops when the budget is spent: `complete` says whether it saw everything. */
export function intersection(lists: Postings[], budget: Budget): { found: Postings; complete: boolean } {
  const [shortest = NONE, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (others.length === 0) return { found: shortest, complete: true };
  const found: number[] = [];
  const places = others.map(() => 0);
  for (const posting of shortest) {
    if (budget.left-- <= 0) return { found: Int32Array.from(found), complete: false };
    budget.visited++;
    const everywhere = others.every((list, which) => {
      const place = seek(list, posting, places[which] ?? 0);
      places[which] = place;
      return list[place] === posting;
    });
    if (everywhere) found.push(posting);
  }
  return { found: Int32Array.from(found), complete: true };
}

/** The first place from `from` on that is not below `wanted`, by doubling steps. */
function seek(list: Postings, wanted: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < list.length && (list[low + step] ?? 0) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, list.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
