import { isCommon } from './common-password';
import { MAX_PASSWORD, MIN_PASSWORD } from './password-length';

export type PasswordRefusal =
  | 'password-short'
  | 'password-long'
  | 'password-name'
  | 'password-address'
  | 'password-service'
  | 'password-organisation'
  | 'password-common';

/** Whose password it is to be, and where. */
export type About = { name: string; email: string; siteName: string; organisations?: { code: string; name: string }[] };

/**
 * Why a password may not be used, or null. Length and lists only: no rules about kinds of characters (R29). The reason
 * is named, and the word that was found is not, so that a page never repeats part of a password.
 */
export async function weakness(typed: string, about: About): Promise<PasswordRefusal | null> {
  const password = typed.normalize('NFKC');
  const length = [...password].length;
  if (length < MIN_PASSWORD) return 'password-short';
  if (typed.length > MAX_PASSWORD || length > MAX_PASSWORD) return 'password-long';
  return known(password, about) ?? ((await isCommon(password)) ? 'password-common' : null);
}

function known(password: string, { name, email, siteName, organisations = [] }: About): PasswordRefusal | null {
  const folded = fold(password);
  const spoken = new Set(words(password));
  const holds = (word: string) =>
    // Short words stand inside others ("ann" in "planning"): they count only when they stand alone.
    word.length >= 4 ? folded.includes(word) : word.length > 1 && spoken.has(word);
  if (words(name).some(holds)) return 'password-name';
  if (addressWords(email).some(holds)) return 'password-address';
  if ([...words(siteName), 'haresign'].some(holds)) return 'password-service';
  const theirs = organisations.flatMap(({ code, name }) => [
    fold(code),
    ...words(name).filter(word => !ordinary.has(word)),
  ]);
  return theirs.some(word => word.length >= 4 && holds(word)) ? 'password-organisation' : null;
}

// They name kinds of places, not this place.
const ordinary = new Set(
  'surgery practice medical centre center health group clinic primary care network partners partnership house road street the and'.split(
    ' ',
  ),
);

const mailWords = new Set('mail nhs net com org co uk gov example gmail outlook hotmail yahoo icloud'.split(' '));

const addressWords = (email: string) =>
  words(email.replace(/@.*/, match => match.replace(/\.[a-z]+$/i, ''))).filter(word => !mailWords.has(word));

// Digits and signs that stand for letters count as those letters.
const stands: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };

const letters = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Letters and digits only, look-alikes replaced, without accents. */
const fold = (text: string) =>
  letters(text)
    .replace(/[013457@$]/g, sign => stands[sign] ?? '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const words = (text: string) =>
  letters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .map(fold)
    .filter(Boolean);
