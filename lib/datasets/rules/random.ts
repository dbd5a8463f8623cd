/** Numbers that look random and are the same on every machine: the demonstration register is made from them. */
export type Random = {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** A whole number from 0 to n − 1. */
  below: (n: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  /** Normally distributed, mean 0, deviation 1. */
  normal: () => number;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  // A 32-bit multiply-xorshift generator: plenty for names and sizes.
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    pick: from => from[below(from.length)] ?? from[0],
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
