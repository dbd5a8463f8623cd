/** A registered name as people write it: "ST JAMES' MEDICAL CTR (BNSSG)" is "St James' Medical Ctr (BNSSG)". */
export function displayName(registered: string): string {
  const name = tidy(registered).replace(/[,;.\s]+$/, '');
  // The publishers write some names in mixed case already; those are right.
  if (/[a-z]/.test(name)) return name;
  const words = name.toLowerCase().split(' ');
  return words.map((word, at) => wordCase(word, at === 0 || /[-–/:(]$/.test(words[at - 1] ?? ''))).join(' ');
}

/** Outer spaces off, inner runs of white space made one space. */
export const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

const CAPITALS = new Set(
  'pcn gp gps nhs icb icp ccg bnssg uk gpp gpac ooh uhs hmp ms ltd. llp pms apms cic ucc wic utc sse nwl se sw ne nw'.split(
    ' ',
  ),
);
const SMALL = new Set('and at by for in of on the to with upon under le la de'.split(' '));

function wordCase(word: string, first: boolean): string {
  return word
    .split(/([-–/(&+.,:)])/)
    .map((part, at, parts) => partCase(part, first && at === 0, parts))
    .join('');
}

function partCase(part: string, first: boolean, parts: string[]): string {
  if (!part || /^[^a-z]/.test(part)) return part.toUpperCase() === part ? part : ordinal(part);
  const whole = parts.length === 1;
  if (CAPITALS.has(part) || (/^[b-df-hj-np-tv-xz]{2,5}$/.test(part) && !VOWELLESS.has(part))) return part.toUpperCase();
  if (whole && !first && SMALL.has(part)) return part;
  if (/^[od]'[a-z]{3}/.test(part)) return `${part.slice(0, 2).toUpperCase()}${capital(part.slice(2))}`;
  if (/^mc[a-z]{3}/.test(part)) return `Mc${capital(part.slice(2))}`;
  return capital(part);
}

// Words without a vowel that are no initials.
const VOWELLESS = new Set(
  'dr drs mr mrs st ctr hlth grp prtnrs srgy ltd mt rd sq by hth crt pk ptnrs surg med'.split(' '),
);

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const ordinal = (part: string) => (/^\d+(st|nd|rd|th|s)$/.test(part) ? part : part.toUpperCase());
