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
  const lists = inOneRow(terms.map(term => found.get(term) ?? []));
  const hot = hotPrefixes(terms, lists);
  return {
    terms,
    of: term => {
      const at = lowest(terms, term);
      return terms[at] === term ? lists.between(at, at + 1) : NONE;
    },
    startingWith: prefix => {
      // Everything begins with nothing: whoever typed nothing means none of it.
      if (prefix === '') return NONE;
      const known = hot.get(prefix);
      if (known) return known;
      const from = lowest(terms, prefix);
      return lists.between(from, lowest(terms, prefix + LAST, from));
    },
  };
}

// Sorts behind every letter that terms are made of.
const LAST = '\uffff';

/** Adds an organisation under a term; organisations come in rank order. */
export function put(found: Map<string, number[]>, term: string, at: number): void {
  const list = found.get(term);
  if (!list) found.set(term, [at]);
  else if (list.at(-1) !== at) list.push(at);
}

type Lists = { count: (from: number, to: number) => number; between: (from: number, to: number) => Postings };

/** The lists of all terms, one behind the other: those of neighbouring terms are read in one go. */
function inOneRow(lists: number[][]): Lists {
  const starts = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  const row = Int32Array.from(lists.flat());
  const words = (row.reduce((most, each) => Math.max(most, each), 0) >> 5) + 1;
  const slate: Slate = { marks: new Uint32Array(words), used: new Uint32Array((words >> 5) + 1) };
  const size = words << 5;
  const long = new Map<number, Postings>();
  const part = (from: number, to: number) => row.subarray(starts[from], starts[to]);
  for (const at of lists.keys())
    if ((lists[at]?.length ?? 0) > size / DENSE) long.set(at, marked(part(at, at + 1), words));
  return {
    count: (from, to) => (starts[to] ?? 0) - (starts[from] ?? 0),
    between: (from, to) => {
      if (to <= from) return NONE;
      if (to - from === 1) return long.get(from) ?? part(from, to);
      const list = inOrder(part(from, to), slate);
      return list.length > size / DENSE ? marked(list, words) : list;
    },
  };
}

/** Sorted, each once: marks where they stand, and reads the marks in order. The slate is blank before and after. */
function inOrder(some: Postings, { marks, used }: Slate): Postings {
  for (const posting of some) {
    mark(marks, posting);
    mark(used, posting >> 5);
  }
  const all = new Int32Array(some.length);
  let end = 0;
  for (let block = 0; block < used.length; block++) {
    for (let words = used[block] ?? 0; words !== 0; words &= words - 1) {
      const word = (block << 5) + lowestBit(words);
      for (let left = marks[word] ?? 0; left !== 0; left &= left - 1) all[end++] = (word << 5) + lowestBit(left);
      marks[word] = 0;
    }
    used[block] = 0;
  }
  return end < all.length ? all.slice(0, end) : all;
}

/** One bit for each organisation, and one for each word of those bits that is not blank. */
type Slate = { marks: Marks; used: Marks };
const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);

// A long list is kept as marks too, one bit for each organisation, so that asking for a place in it is one look. From this
// share of the register on the marks are no larger than the list.
const DENSE = 128;
type Marks = Uint32Array;
const marksOf = new WeakMap<Postings, Marks>();

const mark = (marks: Marks, posting: number) => {
  marks[posting >> 5] = (marks[posting >> 5] ?? 0) | (1 << (posting & 31));
};

function marked(list: Postings, words: number): Postings {
  const marks = new Uint32Array(words);
  for (const posting of list) mark(marks, posting);
  marksOf.set(list, marks);
  return list;
}

function hotPrefixes(terms: string[], lists: Lists): Map<string, Postings> {
  const hot = new Map<string, Postings>();
  const visit = ({ from, to, length, parent }: Branch) => {
    for (const group of groupsOf(terms, from, to, length)) {
      if (lists.count(group.from, group.to) <= HOT) continue;
      // The same terms as one letter before: the same list.
      const same = group.from === from && group.to === to;
      const list = parent && same ? parent : lists.between(group.from, group.to);
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

/** The first place from `from` on whose term is not below the wanted one. */
function lowest(terms: string[], wanted: string, from = 0): number {
  let low = from;
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
  const marks = lists.flatMap(list => marksOf.get(list) ?? []);
  const [first] = marks;
  // Where all lists are long, comparing their marks is fewer steps than looking each organisation up.
  if (first && marks.length === lists.length && first.length < shortest.length) return inAllMarks(marks, budget);
  const seen = Math.min(shortest.length, Math.max(0, budget.left));
  const complete = seen === shortest.length;
  budget.visited += seen;
  budget.left -= complete ? seen : seen + 1;
  // The list that keeps least is asked first, the others only of what it kept.
  let found = shortest.subarray(0, seen);
  for (const other of others) found = keptBy(other, found);
  return { found, complete };
}

/** The same by marks: a word of them is one step, and so is each organisation found. */
function inAllMarks(all: Marks[], budget: Budget): { found: Postings; complete: boolean } {
  const most = Math.max(0, budget.left);
  const [one = NO_MARKS, other = NO_MARKS] = all.length > 2 ? [all[0], inEach(all.slice(1), most)] : all;
  const found = new Int32Array(most + 32);
  const last = Math.min(one.length, most);
  let end = 0;
  let word = 0;
  for (; word < last && word + end < most; word++) {
    for (let both = (one[word] ?? 0) & (other[word] ?? 0); both !== 0; both &= both - 1) {
      found[end++] = (word << 5) + lowestBit(both);
    }
  }
  const complete = word === one.length;
  const steps = Math.min(word + end, most);
  budget.visited += steps;
  budget.left -= complete ? steps : steps + 1;
  return { found: found.subarray(0, end), complete };
}

const NO_MARKS: Marks = new Uint32Array(0);

/** The marks that all have, in as many words as will be looked at. */
function inEach([first = NO_MARKS, ...others]: Marks[], words: number): Marks {
  const both = first.slice(0, words);
  for (const other of others)
    for (let word = 0; word < both.length; word++) both[word] = (both[word] ?? 0) & (other[word] ?? 0);
  return both;
}

/** Those of some postings that a longer list holds too. */
function keptBy(list: Postings, some: Postings): Postings {
  const kept = new Int32Array(some.length);
  const marks = marksOf.get(list);
  let end = 0;
  if (marks) {
    // Written always and counted if it is marked: without a branch that the processor cannot foresee.
    for (let at = 0; at < some.length; at++) {
      const posting = some[at] ?? 0;
      kept[end] = posting;
      end += ((marks[posting >> 5] ?? 0) >>> (posting & 31)) & 1;
    }
    return kept.subarray(0, end);
  }
  let place = 0;
  for (const posting of some) {
    place = seek(list, posting, place);
    if (list[place] === posting) kept[end++] = posting;
  }
  return kept.subarray(0, end);
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
