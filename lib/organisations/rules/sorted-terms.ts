/** Finds places in a sorted list of terms. */
export type SortedTerms = {
  /** Where the term stands, or would stand. */
  first: (term: string) => number;
  /** From the first term that begins so to behind the last. */
  beginning: (prefix: string) => [from: number, to: number];
};

// Nine letters of an alphabet of forty are one exact number, in the order of the texts.
const LETTERS = 9;
const ALPHABET = 40;
// Sorts behind every letter that terms are made of.
const LAST = '\uffff';

/** Terms of letters of one case, digits and spaces. Their beginnings are compared as numbers that lie side by side. */
export function sortedTerms(terms: string[]): SortedTerms {
  const numbers = Float64Array.from(terms, numberOf);
  const begin = (prefix: string): [number, number] => {
    const number = numberOf(prefix);
    const from = lowest(numbers, number, 0, numbers.length);
    return [from, next(numbers, number + ALPHABET ** Math.max(0, LETTERS - prefix.length), from)];
  };
  return {
    first: term =>
      term.length < LETTERS ? lowest(numbers, numberOf(term), 0, numbers.length) : lowest(terms, term, ...begin(term)),
    beginning: prefix => {
      const [from, to] = begin(prefix);
      if (prefix.length <= LETTERS) return [from, to];
      const start = lowest(terms, prefix, from, to);
      return [start, lowest(terms, prefix + LAST, start, to)];
    },
  };
}

function numberOf(text: string): number {
  let number = 0;
  for (let at = 0; at < LETTERS; at++)
    number = number * ALPHABET + (at < text.length ? letter(text.charCodeAt(at)) : 0);
  return number;
}

// What no term is made of comes last, and is found nowhere.
function letter(code: number): number {
  if (code === 32) return 1;
  if (code >= 48 && code <= 57) return code - 46;
  const small = code | 32;
  return small >= 97 && small <= 122 ? small - 85 : ALPHABET - 1;
}

/** The first place whose value is not below the wanted one. */
function lowest<Value extends number | string>(all: ArrayLike<Value>, wanted: Value, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Value) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same from a place on near which it is: by doubling steps. */
function next(all: Float64Array, wanted: number, from: number): number {
  let step = 1;
  while (from + step < all.length && (all[from + step] ?? 0) < wanted) step *= 2;
  return lowest(all, wanted, from, Math.min(from + step, all.length));
}
