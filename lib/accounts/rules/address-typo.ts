// Where the people who use this get their mail. A domain one slip away from one of these is probably a slip.
const usual = ['nhs.net', 'nhs.uk', 'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.co.uk'];
const alsoUsual = ['yahoo.com', 'yahoo.co.uk', 'icloud.com', 'live.co.uk', 'btinternet.com', 'doctors.org.uk'];
const domains = [...usual, ...alsoUsual];

/** The address that was probably meant, or null. A suggestion, never an error: the domain may be real. */
export function suggestAddress(address: string): string | null {
  const [local, domain] = address.trim().toLowerCase().split('@');
  if (!local || !domain || domains.includes(domain)) return null;
  if (domain.endsWith('.nhs.uk') || domain.endsWith('.nhs.net')) return null;
  const meant = domains.find(candidate => slips(domain, candidate) === 1);
  return meant ? `${local}@${meant}` : null;
}

/** Letters left out, added, mistaken or swapped: 0, 1, or 2 for "more". */
function slips(typed: string, meant: string): number {
  if (typed === meant) return 0;
  if (Math.abs(typed.length - meant.length) > 1) return 2;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  let end = 0;
  const room = Math.min(typed.length, meant.length) - start;
  while (end < room && typed.at(-1 - end) === meant.at(-1 - end)) end++;
  const wrong = typed.slice(start, typed.length - end);
  const right = meant.slice(start, meant.length - end);
  const swapped = wrong.length === 2 && wrong === [...right].reverse().join('');
  return swapped || Math.max(wrong.length, right.length) === 1 ? 1 : 2;
}
