import type { DatasetId } from '../schema';

export type Container = 'zip' | 'gzip' | 'text' | 'html' | 'empty';

/** What a file is by its first bytes; names and extensions are not trusted. */
export function containerOf(head: Uint8Array): Container {
  if (head.length === 0) return 'empty';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const text = new TextDecoder('latin1').decode(head.subarray(0, 512)).replace(/^(ï»¿)?\s*/, '');
  return text.startsWith('<') ? 'html' : 'text';
}

/** Which published table this is, and where its columns are. `fields` gives the position of each name we read. */
export type Layout = {
  dataset: DatasetId;
  dialect: 'bands' | 'years' | 'table';
  header: boolean;
  width: number;
  fields: Record<string, number>;
};

/** Reads the first row: by the names of a header where there is one, else by exact width and the shape of the codes. */
export function layoutOf(first: string[]): Layout | 'wrong-width' | null {
  const names = first.map(key);
  const width = first.length;
  for (const { dataset, dialect, needs } of NAMED) {
    if (!needs.every(name => names.includes(name))) continue;
    const fields = Object.fromEntries(needs.map(name => [name, names.indexOf(name)]));
    return { dataset, dialect, header: true, width, fields };
  }
  const header = !/\d/.test(first[0] ?? '') && /code/.test(names[0] ?? '');
  const found = POSITIONAL.find(table => table.width === width && (header || table.fits(first)));
  if (found) return { dataset: found.dataset, dialect: 'table', header, width, fields: {} };
  return header || POSITIONAL.some(table => table.fits(first)) ? 'wrong-width' : null;
}

// Header cells differ in case, spaces, underscores and line breaks between editions.
const key = (cell: string) => cell.replace(/[^A-Za-z0-9]+/g, '').toLowerCase();

const NAMED = [
  {
    dataset: 'practice-map',
    dialect: 'table',
    needs: [
      'extractdate practicecode practicename practicepostcode pcncode pcnname subicblocationcode subicblocationname',
      'icbcode icbname commregioncode commregionname',
    ].flatMap(names => names.split(' ')),
  },
  {
    dataset: 'list-sizes',
    dialect: 'bands',
    needs: 'extractdate orgtype orgcode sex agegroup5 numberofpatients'.split(' '),
  },
  { dataset: 'list-sizes', dialect: 'years', needs: 'extractdate type code sex age numberofpatients'.split(' ') },
] as const;

const PRACTICE = /^([A-Z]\d{5}|[A-Z]{3}\d{3})$/i;
const PCN = /^U\d{5}$/i;
const CODE = /^[A-Z0-9]{3,10}$/i;
const DAY = /^(\d{8}|\d{4}-\d\d-\d\d|\d\d\/\d\d\/\d{4})$/;
const at = (cells: string[], index: number) => (cells[index] ?? '').trim();

const POSITIONAL = [
  {
    dataset: 'practice-register',
    width: 27,
    fits: (cells: string[]) => PRACTICE.test(at(cells, 0)) && /^[YW]\d\d$/i.test(at(cells, 2)),
  },
  { dataset: 'pcn-register', width: 12, fits: (cells: string[]) => PCN.test(at(cells, 0)) },
  {
    dataset: 'pcn-members',
    width: 11,
    fits: (cells: string[]) => PRACTICE.test(at(cells, 0)) && PCN.test(at(cells, 4)),
  },
  {
    dataset: 'successors',
    width: 5,
    fits: (cells: string[]) => CODE.test(at(cells, 0)) && CODE.test(at(cells, 1)) && DAY.test(at(cells, 3)),
  },
] as const;
