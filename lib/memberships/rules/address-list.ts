import { emailAddress } from '@/lib/core/address';

export type AddressList = {
  /** Canonical, each once, in the order they were written. */
  addresses: string[];
  /** What was meant as an address and is none, as it was written. */
  malformed: string[];
  /** How many were written more than once. */
  repeated: number;
};

const SHOWN = 80;

/**
 * Reads addresses as people have them: one on a line, a list with commas or semicolons, or what a mail program pastes
 * ("Patel, Asha (Elm) <asha@example.org>; …"). Names are let go.
 */
export function readAddresses(typed: string): AddressList {
  const found = typed.split(/[\n\r;]+/).flatMap(readPiece);
  const addresses = new Set<string>();
  const malformed = new Set<string>();
  let repeated = 0;
  for (const each of found) {
    const { data: address } = emailAddress.safeParse(each);
    if (!address) malformed.add(each.slice(0, SHOWN));
    else if (addresses.has(address)) repeated += 1;
    else addresses.add(address);
  }
  return { addresses: [...addresses], malformed: [...malformed], repeated };
}

/** One person, or several with commas between them; a comma also stands inside names. */
function readPiece(piece: string): string[] {
  const parts = piece.split(',').flatMap(readPart);
  const rest = piece.trim();
  return parts.length === 0 && rest ? [rest] : parts;
}

function readPart(part: string): string[] {
  const bracketed = [...part.matchAll(/<([^<>]*)>/g)].map(([, inner = '']) => bare(inner));
  if (bracketed.length > 0) return bracketed;
  return part
    .split(/\s+/)
    .filter(word => word.includes('@'))
    .map(bare);
}

/** Without what surrounds an address in prose and in links. */
const bare = (word: string): string =>
  word
    .trim()
    .replace(/^["'“‘([]*(mailto:)?/i, '')
    .replace(/["'”’)\].:]+$/, '');
