import type { OrganisationHit, OrganisationStatus } from '../schema';
import { type Dictionary, dictionary, put } from './dictionary';
import { type Names, namesOf } from './names';
import { compact, formsOf, keyOf, wordsOf } from './normalise';
import { type Pairs, pairsOf } from './pairs';
import type { Postings } from './postings';
import { type Neighbours, neighbours } from './typo';

/** What is searched: a result as it is shown, and the town its address names. */
export type Entry = Omit<OrganisationHit, 'through'> & { town: string | null };

/** The index over some organisations. It is never changed: a new register makes a new one. */
export type Engine = {
  entries: Entry[];
  /** The name of each entry in one form. */
  keys: string[];
  codes: Dictionary;
  /** Outward and inward part with one space: "DH1 1AA". */
  postcodes: Dictionary;
  names: Names;
  words: Dictionary;
  pairs: Pairs;
  near: Neighbours;
};

export function engineOf(unordered: Entry[]): Engine {
  const keyed = unordered.map(entry => ({ entry, words: wordsOf(entry.name) }));
  const ranked = keyed.map(each => ({ ...each, key: keyOf(each.words) })).sort(byRank);
  const codes = new Map<string, number[]>();
  const postcodes = new Map<string, number[]>();
  const words = new Map<string, number[]>();
  for (const [at, { entry, words: own }] of ranked.entries()) {
    put(codes, entry.code, at);
    if (entry.postcode) put(postcodes, entry.postcode.toUpperCase(), at);
    for (const word of [...own, ...wordsOf(entry.town ?? '')]) for (const form of formsOf(word)) put(words, form, at);
  }
  const size = ranked.length;
  const all = dictionary(words, size);
  // Written once more, so that names that are compared with each other lie side by side in memory.
  const keys = ranked.map(each => keyOf(each.words));
  return {
    entries: ranked.map(({ entry }) => entry),
    keys,
    codes: dictionary(codes, size),
    postcodes: dictionary(postcodes, size),
    names: namesOf(keys, endsOf(ranked)),
    words: all,
    pairs: pairsOf(all.long, size),
    near: lazily(() => neighbours(all.terms)),
  };
}

// Most searches find something: the forms for typing errors are made at the first that does not.
function lazily(make: () => Neighbours): Neighbours {
  let made: Neighbours | undefined;
  return typed => {
    made ??= make();
    return made(typed);
  };
}

type Ranked = { entry: Entry; key: string };

// Open before dormant before closed; then as in a list of names.
function byRank(a: Ranked, b: Ranked): number {
  const status = RANK[a.entry.status] - RANK[b.entry.status];
  if (status !== 0) return status;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.entry.code < b.entry.code ? -1 : 1;
}

/** Behind the last of each status. */
const endsOf = (ranked: Ranked[]) =>
  ranked.flatMap(({ entry }, at) => (entry.status === ranked[at + 1]?.entry.status ? [] : [at + 1]));

const RANK = { open: 0, dormant: 1, proposed: 2, closed: 3, missing: 4 } satisfies Record<OrganisationStatus, number>;

/** Where a typed text that looks like a code or a postcode stands: whole first, then as a beginning. */
export function identified({ codes, postcodes }: Engine, text: string): Postings[] {
  const typed = compact(text);
  if (!/^[A-Z]{0,2}\d/.test(typed) && !/^[A-Z0-9]{3,5}$/.test(typed)) return [];
  // The inward part always has three characters: "DH11AA" is "DH1 1AA".
  const postcode = /\d[A-Z]{2}$/.test(typed) ? [`${typed.slice(0, -3)} ${typed.slice(-3)}`] : [];
  const whole = [codes.of(typed), ...postcode.map(postcodes.of)];
  if (!/\d/.test(typed) || typed.length < 2) return whole;
  return [...whole, codes.startingWith(typed), ...postcodeBeginnings(text, typed).map(postcodes.startingWith)];
}

/** "DH1" is the district DH1 before it is the beginning of DH10; "DH1 1" says where the space stands. */
function postcodeBeginnings(text: string, typed: string): string[] {
  const parts = text.trim().toUpperCase().split(/\s+/);
  if (parts.length === 2) return [parts.join(' ')];
  const split = [1, 2, 3]
    .map(inward => [typed.slice(0, -inward), typed.slice(-inward)])
    .filter(([outward = '', inward = '']) => /^[A-Z]{1,2}\d[A-Z\d]?$/.test(outward) && /^\d[A-Z]{0,2}$/.test(inward))
    .map(halves => halves.join(' '));
  // What is longer than any outward part has the space in it.
  return typed.length > 5 ? split : [`${typed} `, typed, ...split];
}
