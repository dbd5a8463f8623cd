/** As many filters of the queue somebody can keep: more would be a list to search in. */
export const MOST_SAVED_FILTERS = 12;

type Saved = { name: string; search: string };
export type SaveRefusal = 'nothing-narrowed' | 'name-used' | 'saved-already' | 'too-many-saved';

/** Whether filters can be kept under a name beside what somebody keeps; `same`: they are, under this very name. */
export function maySave(wanted: Saved, kept: readonly Saved[]): 'yes' | 'same' | SaveRefusal {
  if (wanted.search === '') return 'nothing-narrowed';
  const called = kept.find(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
  if (called) return called.search === wanted.search ? 'same' : 'name-used';
  if (kept.some(({ search }) => search === wanted.search)) return 'saved-already';
  return kept.length < MOST_SAVED_FILTERS ? 'yes' : 'too-many-saved';
}
