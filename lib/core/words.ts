import type { Facts, Refused } from './result';

/** A sentence for a person: fixed, or made from what the refusal tells. */
export type Sentence = string | ((facts: Facts) => string);

/** Every refusal of a room with its sentence; a new refusal does not compile until it has one. */
export type Words<R extends string> = Record<R, Sentence>;

/** What a refusal says to the person. */
export function say<R extends string>(words: Words<R>, refused: Refused<R>): string {
  const sentence = words[refused.refusal];
  return typeof sentence === 'string' ? sentence : sentence(refused.facts);
}
