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

/** 0: the whole text is one edit away from what was typed, 1: its beginning is, 2: neither. */
export function beginsNearly(text: string, typed: string): 0 | 1 | 2 {
  let at = 0;
  while (at < typed.length && text.charCodeAt(at) === typed.charCodeAt(at)) at++;
  // Where the rest goes on, in the text and in what was typed: a letter changed, added, left out, or two swapped.
  const changed = ending(text, at + 1, typed, at + 1);
  const added = ending(text, at, typed, at + 1);
  const left = ending(text, at + 1, typed, at);
  const isSwap = text[at] === typed[at + 1] && text[at + 1] === typed[at];
  const swapped = isSwap ? ending(text, at + 2, typed, at + 2) : 2;
  return Math.min(changed, added, left, swapped) as 0 | 1 | 2;
}

/** 0: from these places on both go on alike to the end, 1: as far as was typed, 2: they do not. */
function ending(text: string, at: number, typed: string, from: number): 0 | 1 | 2 {
  for (let next = from; next < typed.length; next++) {
    if (text.charCodeAt(at + next - from) !== typed.charCodeAt(next)) return 2;
  }
  const end = at + Math.max(0, typed.length - from);
  if (end > text.length) return 2;
  return end === text.length ? 0 : 1;
}
