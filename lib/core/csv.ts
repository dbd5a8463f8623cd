type Cell = string | number | null;

/** A CSV file (RFC 4180) with a byte order mark, which Excel needs to read UTF-8. */
export const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${csvStart(head)}${rows.map(csvLine).join('')}`;

/** The beginning of a file that is sent line by line. */
export const csvStart = (head: readonly string[]): string => `\uFEFF${csvLine(head)}`;

export const csvLine = (row: readonly Cell[]): string => `${row.map(field).join(',')}\r\n`;

// A text that begins like a formula, also after blanks or in full-width signs, would be run by a spreadsheet; the
// apostrophe makes it text (R59).
function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The end of a file's name: the day it was taken, in London. */
export const downloadedOn = (at: Date): string => `downloaded-${day.format(at)}`;
