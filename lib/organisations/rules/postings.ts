/** Positions of organisations in rank order: a smaller number ranks higher. Long lists are kept as blocks too. */
export type Postings = { places: Int32Array; blocks?: Blocks };

/**
 * A long list once more, as bits: organisations stand in the order of their names, so those that share a word stand close
 * together, and a block of 32 of them is compared in one step.
 */
type Blocks = {
  /** Which blocks have any of it, ascending, and the bits of each. */
  at: Int32Array;
  bits: Int32Array;
  /** The bits of every block, of a list that is in many of them: to be looked up, whichever comes next. */
  every?: Int32Array;
};

export const NONE: Postings = { places: new Int32Array(0) };

/** Lists with more postings than this have blocks. */
export const LONG = 128;
// From this share of all blocks on, keeping every one of them takes at most four times the room.
const MANY = 8;

/** A list as it is kept, in a register of so many organisations. */
export function postings(places: Int32Array, size: number): Postings {
  return places.length > LONG ? { places, blocks: blocksOf(places, size) } : { places };
}

function blocksOf(places: Int32Array, size: number): Blocks {
  const every = new Int32Array((size >> 5) + 1);
  for (const place of places) every[place >> 5] = (every[place >> 5] ?? 0) | (1 << (place & 31));
  const at = Int32Array.from([...every.keys()].filter(block => every[block] !== 0));
  const bits = at.map(block => every[block] ?? 0);
  return at.length >= every.length / MANY ? { at, bits, every } : { at, bits };
}

/** The steps that a search may still take, and those that it took: a posting or a block looked at is one. */
export type Budget = { left: number; visited: number };

/** What stands in all lists: the first of it, in rank order, and how much there is. */
export type Common = { first: ArrayLike<number>; count: number; complete: boolean };

// Once enough is found, counting goes on no longer than this: 512 blocks are 16,000 organisations, twice England's. It
// keeps a search in a larger register as short.
const COUNTING = 512;

/**
 * Finds `enough`, and counts the rest if it is not `known` how much there is. Stops when the budget is spent: `complete`
 * says whether it saw everything.
 */
export function intersection(lists: Postings[], enough: number, budget: Budget, known?: number): Common {
  const [shortest = NONE, ...others] = lists.length > 1 ? [...lists].sort(byLength) : lists;
  const { places } = shortest;
  if (others.length === 0) return { first: places, count: places.length, complete: true };
  if (shortest.blocks) return inAllBlocks(lists, enough, budget, known);
  const seen = Math.min(places.length, Math.max(0, budget.left));
  spend(budget, seen, seen === places.length);
  // The list that keeps least is asked first, the others only of what it kept.
  let found: ArrayLike<number> = seen === places.length ? places : places.subarray(0, seen);
  for (const other of others) found = found.length > 0 ? keptBy(other, found) : found;
  return { first: found, count: found.length, complete: seen === places.length };
}

const byLength = (a: Postings, b: Postings) => a.places.length - b.places.length;

function spend(budget: Budget, steps: number, complete: boolean) {
  budget.visited += steps;
  budget.left -= complete ? steps : steps + 1;
}

/** Goes through the list that is in the fewest blocks. All lists are long: none is shorter than the shortest. */
function inAllBlocks(lists: Postings[], enough: number, budget: Budget, known?: number): Common {
  const [leading = NO_BLOCKS, ...others] = lists
    .map(({ blocks }) => blocks ?? NO_BLOCKS)
    .sort((a, b) => a.at.length - b.at.length);
  const most = Math.min(leading.at.length, Math.max(0, budget.left));
  const counting = known === undefined ? COUNTING : 0;
  const first: number[] = [];
  let count = 0;
  let end = 0;
  while (end < most && (first.length < enough || end < counting)) {
    const from = end;
    end = Math.min(from + STRIDE, most);
    count += compared(leading, others, from, end);
    for (let step = from; step < end && first.length < enough; step++)
      addPlaces(first, (leading.at[step] ?? 0) << 5, common[step - from] ?? 0);
  }
  const complete = end === leading.at.length || (known !== undefined && first.length >= enough);
  spend(budget, end, complete);
  return { first, count: known ?? count, complete };
}

const NO_BLOCKS: Blocks = { at: NONE.places, bits: NONE.places };
// So many blocks are compared in one go; what they have in common is written here.
const STRIDE = 64;
const common = new Int32Array(STRIDE);

/** Compares the lists at some steps of the leading one. Returns how many organisations they have in common. */
function compared({ at, bits }: Blocks, others: Blocks[], from: number, end: number): number {
  for (let step = from; step < end; step++) common[step - from] = bits[step] ?? 0;
  for (const other of others) keepBlocksOf(other, at, from, end);
  let count = 0;
  for (let step = 0; step < end - from; step++) count += ones(common[step] ?? 0);
  return count;
}

function keepBlocksOf({ at, bits, every }: Blocks, leading: Int32Array, from: number, end: number) {
  if (every) {
    for (let step = from; step < end; step++)
      common[step - from] = (common[step - from] ?? 0) & (every[leading[step] ?? 0] ?? 0);
    return;
  }
  let next = 0;
  for (let step = from; step < end; step++) {
    next = seek(at, leading[step] ?? 0, next);
    const there = at[next] === leading[step] ? (bits[next] ?? 0) : 0;
    common[step - from] = (common[step - from] ?? 0) & there;
  }
}

function addPlaces(places: number[], start: number, bits: number) {
  for (let left = bits; left !== 0; left &= left - 1) places.push(start + lowestBit(left));
}

const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);

/** How many bits are set: added up in pairs, in fours, in eights. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Those of a few that a longer list holds too. */
function keptBy({ places, blocks }: Postings, some: ArrayLike<number>): number[] {
  const kept: number[] = [];
  const every = blocks?.every;
  let from = 0;
  for (let at = 0; at < some.length; at++) {
    const place = some[at] ?? 0;
    if (every) {
      if (((every[place >> 5] ?? 0) >>> (place & 31)) & 1) kept.push(place);
      continue;
    }
    from = seek(places, place, from);
    if (places[from] === place) kept.push(place);
  }
  return kept;
}

/** The first index from `from` on that is not below `wanted`, by doubling steps. */
function seek(list: Int32Array, wanted: number, from: number): number {
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
