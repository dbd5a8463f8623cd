import { performance } from 'node:perf_hooks';

// Whether an address has an account must not be read from the time of an answer (R18). The two kinds are asked by turns,
// so that whatever else the machine does falls on both, and their times are compared as distributions: no clock time is
// demanded of anything.
const PAIRS = 100;
/** All that may be asked: a second round has addresses of its own. */
export const MOST_PAIRS = 2 * PAIRS;

export type Asked = { known: boolean; n: number; email: string };

export const emailOf = (known: boolean, n: number) => `${known ? 'known' : 'nobody'}-${n}@elmgreen.nhs.uk`;

/** The largest distance between the two distributions: 0 for the same, 1 where one time tells which it was. */
function distance(one: readonly number[], other: readonly number[]): number {
  const share = (times: readonly number[], most: number) => times.filter(time => time <= most).length / times.length;
  return Math.max(...[...one, ...other].map(time => Math.abs(share(one, time) - share(other, time))));
}

// What two samples of this size from the same source exceed once in ten thousand times (Kolmogorov and Smirnov).
export const BOUND = Math.sqrt(-Math.log(0.0001 / 2) / 2) * Math.sqrt(2 / PAIRS);

/**
 * How far the times of known addresses are from those of unknown ones. A machine that falls into step with the turns
 * was seen to set them apart once; what the product does sets them apart in a second round as well.
 */
export async function apart(ask: (asked: Asked) => Promise<unknown>): Promise<number> {
  const first = await times(ask, 0);
  return first < BOUND ? first : times(ask, PAIRS);
}

async function times(ask: (asked: Asked) => Promise<unknown>, from: number): Promise<number> {
  const taken = { known: [] as number[], unknown: [] as number[] };
  for (let n = from; n < from + PAIRS; n++) {
    // Who goes first changes, so that neither always finds what the other has warmed.
    for (const known of n % 2 === 0 ? [true, false] : [false, true]) {
      const began = performance.now();
      await ask({ known, n, email: emailOf(known, n) });
      taken[known ? 'known' : 'unknown'].push(performance.now() - began);
    }
  }
  return distance(taken.known, taken.unknown);
}
