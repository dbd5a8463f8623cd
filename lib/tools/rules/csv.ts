/** A CSV file (RFC 4180) with a byte order mark, which Excel needs to read UTF-8. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[head, ...rows].map(row => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** `practice-overview_A81001_2026-07_downloaded-2026-11-22.csv`: what, of whom, of when, and when it was taken. */
export function csvName({ tool, code, period, on }: { tool: string; code: string; period: string; on: Date }): string {
  return `${tool}_${code}_${period.slice(0, 7)}_downloaded-${londonDay(on)}.csv`;
}

type Cell = string | number | null;

// A text that begins like a formula would be run by a spreadsheet; the apostrophe makes it text.
function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const londonDay = (at: Date) => day.format(at);
