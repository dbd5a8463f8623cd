import { parse } from 'csv-parse/sync';

// The published map of July 2026, and an earlier one made of it that differs from it as October 2025 really did.

export type MapRow = Record<string, string>;

export const rowsOf = (text: string): MapRow[] => parse<MapRow>(text, { columns: true, skip_empty_lines: true });

export function mapText(rows: readonly MapRow[], date: string): string {
  const [first] = rows;
  const lines = rows.map(row =>
    Object.entries({ ...row, EXTRACT_DATE: date })
      .map(([, cell]) => quoted(cell))
      .join(),
  );
  return `${[Object.keys(first ?? {}).join(), ...lines].join('\r\n')}\r\n`;
}

/** October 2025, with whom to ask about afterwards. */
export function nineMonthsEarlier(july: readonly MapRow[]) {
  const rows = july.map(row => ({ ...row }));
  const moved = [...beforeTheNewPcns(rows), ...elsewhere(rows, 48)];
  const renamed = rows.slice(-64);
  for (const row of renamed) row.PRACTICE_NAME = `FORMER ${row.PRACTICE_NAME}`;
  // ICBs merged on 1 April 2026: these practices were in another one.
  const merged = [...rows].sort((a, b) =>
    text(a, 'SUB_ICB_LOCATION_CODE').localeCompare(text(b, 'SUB_ICB_LOCATION_CODE')),
  );
  for (const row of merged.slice(0, 1610))
    Object.assign(row, { ICB_CODE: `Q9${text(row, 'ICB_CODE')}`, ICB_NAME: 'FORMER ICB' });
  const vanished = rows.slice(1000, 1063).map((row, n) => ({
    ...row,
    PRACTICE_CODE: `X${90_000 + n}`,
    PRACTICE_NAME: `GONE SURGERY ${n}`,
  }));
  const codes = (of: readonly MapRow[]) => of.map(row => text(row, 'PRACTICE_CODE'));
  return {
    rows: [...rows, ...vanished],
    vanished: codes(vanished),
    moved: codes(moved),
    renamed: codes(renamed),
    merged: codes(merged.slice(0, 1610)),
    gone: GONE,
  };
}

const GONE = Array.from({ length: 6 }, (_, n) => `U9999${n}`);

/** Seven PCNs are new: their practices were in six that have gone since, and in one that stayed. */
function beforeTheNewPcns(rows: readonly MapRow[]): MapRow[] {
  const sizes = membersOf(rows);
  const alone = rows.filter(row => sizes.get(text(row, 'PCN_CODE')) === 1).slice(0, 7);
  const stayed = rows.find(row => (sizes.get(text(row, 'PCN_CODE')) ?? 0) > 5);
  for (const [n, row] of alone.entries()) {
    const code = GONE[n] ?? text(stayed, 'PCN_CODE');
    Object.assign(row, { PCN_CODE: code, PCN_NAME: GONE[n] ? `GONE PCN ${n}` : text(stayed, 'PCN_NAME') });
  }
  return alone;
}

/** Practices of large PCNs that were in another large one. */
function elsewhere(rows: readonly MapRow[], count: number): MapRow[] {
  const sizes = membersOf(rows);
  const large = rows.filter(
    (row, n) => n > 1100 && n < 6000 && (sizes.get(text(row, 'PCN_CODE')) ?? 0) > 5 && text(row, 'PCN_CODE') !== 'U',
  );
  const [some] = large;
  const chosen = large
    .filter(row => row.PCN_CODE !== some?.PCN_CODE)
    .filter((_, n) => n % 40 === 0)
    .slice(0, count);
  for (const row of chosen) Object.assign(row, { PCN_CODE: text(some, 'PCN_CODE'), PCN_NAME: text(some, 'PCN_NAME') });
  return chosen;
}

function membersOf(rows: readonly MapRow[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(text(row, 'PCN_CODE'), (sizes.get(text(row, 'PCN_CODE')) ?? 0) + 1);
  return sizes;
}

const text = (row: MapRow | undefined, column: string) => row?.[column] ?? '';
const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
