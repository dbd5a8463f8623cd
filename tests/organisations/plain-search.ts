import type { Entry } from '@/lib/organisations/rules/engine';
import { compact, formsOf, keyOf, wordsOf } from '@/lib/organisations/rules/normalise';

const STATUSES = ['open', 'dormant', 'proposed', 'closed', 'missing'];

type Each = { code: string; status: string; key: string; forms: string[]; postcode: string };

/** The rule of the search as it is said, tried on every organisation: codes of all that is found, best first. */
export function plainSearch(entries: Entry[]): (text: string) => string[] {
  const all = entries.map((entry): Each => {
    const words = wordsOf(entry.name);
    const forms = [...words, ...wordsOf(entry.town ?? '')].flatMap(formsOf);
    return { ...entry, key: keyOf(words), forms, postcode: entry.postcode ?? '' };
  });
  all.sort(
    (one, other) =>
      STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) ||
      compare(one.key, other.key) ||
      compare(one.code, other.code),
  );
  return text => {
    const tiers = tiersOf(text);
    const found = new Set(tiers.flatMap(isIn => all.filter(isIn).map(({ code }) => code)));
    return [...found];
  };
}

/** Who stands in which tier, the best tier first. */
function tiersOf(text: string): ((each: Each) => boolean)[] {
  const typed = compact(text);
  const words = wordsOf(text);
  const parts = text.trim().toUpperCase().split(/\s+/);
  const isCode = /^[A-Z]{0,2}\d/.test(typed) || /^[A-Z0-9]{3,5}$/.test(typed);
  const isBeginning = isCode && /\d/.test(typed) && typed.length > 1;
  const isWhole = parts.length !== 2;
  const hasAll = ({ forms }: Each) =>
    words.length > 0 && words.every(word => forms.some(form => form.startsWith(word)));
  return [
    ({ code }) => isCode && code === typed,
    ({ postcode }) => isCode && compact(postcode) === typed,
    ({ code }) => isBeginning && code.startsWith(typed),
    ({ postcode }) => isBeginning && postcode.startsWith(isWhole ? `${typed} ` : parts.join(' ')),
    ({ postcode }) => isBeginning && isWhole && compact(postcode).startsWith(typed),
    each => hasAll(each) && each.key.startsWith(keyOf(words)),
    hasAll,
  ];
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
