import { sortedTerms } from './sorted-terms';

/** The first organisations, in rank order, whose names begin with a text: at most so many. */
export type Names = (beginning: string, most: number) => number[];

/**
 * Rank goes by status and then by name, so among those of one status names that begin alike stand together, in rank
 * order already: `ends` says where each status ends.
 */
export function namesOf(keys: string[], ends: number[]): Names {
  const parts = ends.map((end, at) => ({
    start: ends[at - 1] ?? 0,
    names: sortedTerms(keys.slice(ends[at - 1] ?? 0, end)),
  }));
  return (beginning, most) => {
    const found: number[] = [];
    for (const { start, names } of parts) {
      if (found.length >= most) break;
      const [from, to] = names.beginning(beginning);
      for (let at = from; at < to && found.length < most; at++) found.push(start + at);
    }
    return found;
  };
}
