// No vowels, so that no words appear; no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V pairs that are misheard or misread.
const alphabet = '34679CDFGHJKMNPQRTVWXY';
const LENGTH = 5;

/** What people quote, for example R-7F3K9. `choose` gives a whole number from 0 to below its argument. */
export const reference = (choose: (below: number) => number): string =>
  `R-${Array.from({ length: LENGTH }, () => alphabet.charAt(choose(alphabet.length))).join('')}`;
