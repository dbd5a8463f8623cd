import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

// A password is common when an attacker who tries well-known passwords, words, dates, keyboard rows, sequences and
// repetitions first would meet it within so many guesses (as a power of ten).
// Three ordinary words, which the form suggests, take more.
const FEWEST_GUESSES = 8;
// Judging is quadratic; what follows cannot make a good beginning worse.
const JUDGED = 48;

/** True for a password on, or easily made from, the lists of common ones; also repetitions and sequences (R30). */
export async function isCommon(password: string): Promise<boolean> {
  const judge = await dictionaries();
  return judge.check(password.slice(0, JUDGED)).guessesLog10 < FEWEST_GUESSES;
}

let loading: Promise<ZxcvbnFactory> | undefined;

// About four megabytes of words: loaded at the first use, once, on the server only.
function dictionaries(): Promise<ZxcvbnFactory> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
}
