/** Words of the register that differ from a typed word by one edit, without looking through all of them. */
export type Neighbours = (typed: string) => string[];

/**
 * Every word is kept under itself with one letter left out. Two words one edit apart (a letter more, less, changed, or
 * two swapped) meet under at least one such form, so a look-up touches as many forms as the typed word has letters.
 */
export function neighbours(terms: string[]): Neighbours {
  const forms = new Map<string, number[]>();
  for (const [at, term] of terms.entries()) {
    for (const form of lessOne(term)) {
      const list = forms.get(form);
      if (list) list.push(at);
      else forms.set(form, [at]);
    }
  }
  return typed => {
    const near = new Set<string>();
    for (const form of lessOne(typed)) {
      for (const at of forms.get(form) ?? []) {
        const term = terms[at] ?? '';
        if (term !== typed && isOneEdit(term, typed)) near.add(term);
      }
    }
    return [...near];
  };
}

function lessOne(word: string): Set<string> {
  const forms = new Set([word]);
  for (let at = 0; at < word.length; at++) forms.add(word.slice(0, at) + word.slice(at + 1));
  return forms;
}

/** One letter inserted, left out or changed, or two neighbouring letters swapped; equal texts count too. */
export function isOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
