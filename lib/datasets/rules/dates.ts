const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A published date as ISO day: 20260701, 2026-07-01, 01Jul2026 in any case, 01/07/2026. '' is null, nonsense undefined. */
export function isoDay(text: string): string | null | undefined {
  const written = text.trim();
  if (written === '') return null;
  const plain = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(written);
  if (plain) return checked(plain[1], plain[2], plain[3]);
  const slashed = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written);
  if (slashed) return checked(slashed[3], slashed[2], slashed[1]);
  const named = /^(\d{2})-?([A-Za-z]{3})-?(\d{4})$/.exec(written);
  if (!named) return undefined;
  const month = MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1;
  return checked(named[3], String(month).padStart(2, '0'), named[1]);
}

function checked(year = '', month = '', day = ''): string | undefined {
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // Date.parse turns 31 February into March: compare what comes back.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** The month that a file's name gives (epraccur_2025-08.csv.gz), as its first day. */
export function dayOfName(fileName: string): string | null {
  const found = /(20\d{2})[-_]?(0[1-9]|1[0-2])(?!\d)/.exec(fileName);
  return found ? `${found[1]}-${found[2]}-01` : null;
}
