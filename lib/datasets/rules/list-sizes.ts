import { ENGLAND, type OrganisationKind } from '@/lib/organisations/schema';
import { BAND_COUNT } from '../schema';
import { isoDay } from './dates';
import { type Collector, code, type Fault, fault, nothing, type Parsed, type Reading, skip } from './parsed';

/** gp-reg-pat-prac-quin-age, and gp-reg-pat-prac-all with its single years: patients by organisation, sex and age. */
export function listSizes({ layout }: Reading): Collector {
  const parsed = nothing();
  const found = new Map<string, Counts>();
  const names =
    layout.dialect === 'bands'
      ? { type: 'orgtype', code: 'orgcode', age: 'agegroup5' }
      : { type: 'type', code: 'code', age: 'age' };
  const column = (name: string) => layout.fields[name] ?? -1;
  const [date, type, of, sex, age, number] = [
    column('extractdate'),
    column(names.type),
    column(names.code),
    column('sex'),
    column(names.age),
    column('numberofpatients'),
  ];
  let dateText = '';
  const period = (text: string, row: number): Fault | null => {
    if (text === dateText) return null;
    const day = isoDay(text);
    if (!day) return fault('bad-value', { row, column: 'EXTRACT_DATE', value: text });
    if (parsed.period && parsed.period !== day) return fault('mixed-dates', { row, first: parsed.period, second: day });
    parsed.period = day;
    dateText = text;
    return null;
  };
  return {
    take(cells, row) {
      const read = (at = -1) => cells[at] ?? '';
      parsed.rows++;
      const wrongDate = period(read(date), row);
      if (wrongDate) return wrongDate;
      const kind = KINDS[read(type).trim().toUpperCase()];
      if (!kind) return skip(parsed, 'total-row');
      const written = read(number).trim();
      if (!/^\d{1,9}$/.test(written)) return fault('bad-value', { row, column: 'NUMBER_OF_PATIENTS', value: written });
      const place = placeOf(read(sex).trim().toUpperCase(), read(age).trim().toUpperCase(), layout.dialect);
      if (place === null) return fault('bad-value', { row, column: 'AGE', value: `${read(sex)} ${read(age)}` });
      const key = code(read(of));
      const counts = found.get(key) ?? { kind, cells: new Int32Array(CELLS).fill(-1) };
      found.set(key, counts);
      // Single years add up to a band; a band or a total stands once.
      const held = counts.cells[place] ?? -1;
      if (held >= 0 && (layout.dialect === 'bands' || place >= BAND_COUNT * 2))
        return fault('duplicate', { row, code: key });
      counts.cells[place] = Math.max(held, 0) + Number(written);
      return null;
    },
    end: () => settled(parsed, found),
  };
}

type Counts = { kind: OrganisationKind; cells: Int32Array };

// Twenty bands of men, twenty of women, then the three totals the file states.
const CELLS = BAND_COUNT * 2 + 3;
const [MEN, WOMEN, ALL] = [BAND_COUNT * 2, BAND_COUNT * 2 + 1, BAND_COUNT * 2 + 2];

const KINDS: Record<string, OrganisationKind> = {
  GP: 'practice',
  PCN: 'pcn',
  SUB_ICB_LOCATION_CODE: 'sub_icb',
  SUB_ICB_LOCATION: 'sub_icb',
  ICB: 'icb',
  'COMM REGION': 'region',
  COMM_REGION: 'region',
};

function placeOf(sex: string, age: string, dialect: string): number | null {
  if (sex === 'ALL') return age === 'ALL' ? ALL : null;
  const offset = sex === 'MALE' ? 0 : sex === 'FEMALE' ? BAND_COUNT : null;
  if (offset === null) return null;
  if (age === 'ALL') return offset === 0 ? MEN : WOMEN;
  const years = (dialect === 'bands' ? /^(\d{1,2})(?:_\d{1,2}|\+)$/ : /^(\d{1,2})\+?$/).exec(age);
  const from = years ? Number(years[1]) : -1;
  if (from < 0 || from > 95 || (dialect === 'bands' && from % 5 !== 0)) return null;
  return offset + Math.floor(from / 5);
}

function settled(parsed: Parsed, found: Map<string, Counts>): Parsed | Fault {
  const sums: Partial<Record<OrganisationKind, number>> = {};
  const england = { code: ENGLAND, total: 0, male: zeros(), female: zeros() };
  for (const [of, { kind, cells }] of found) {
    const male = band(cells, 0);
    const female = band(cells, BAND_COUNT);
    const [men, women] = [sum(male), sum(female)];
    const total = men + women;
    if (!agrees(cells[MEN], men) || !agrees(cells[WOMEN], women) || !agrees(cells[ALL], total))
      return fault('does-not-add-up', { code: of, total, stated: cells[ALL] ?? null });
    sums[kind] = (sums[kind] ?? 0) + total;
    if (kind === 'practice') addTo(england, total, male, female);
    // The pseudo PCN of practices without one counts for the sums only.
    if (of !== 'U') parsed.sizes.push({ code: of, total, male, female });
  }
  // Each level covers the same people, so a level that lacks some was cut short.
  const uneven = Object.entries(sums).find(([, patients]) => patients !== england.total);
  if (uneven) return fault('does-not-add-up', { code: uneven[0], total: england.total, stated: uneven[1] });
  parsed.sizes.push(england);
  const count = (kind: OrganisationKind) => [...found].filter(([of, each]) => each.kind === kind && of !== 'U').length;
  return {
    ...parsed,
    patients: england.total,
    practices: count('practice'),
    ...(sums.pcn === undefined ? {} : { pcns: count('pcn') }),
  };
}

const zeros = (): number[] => Array.from({ length: BAND_COUNT }, () => 0);
const band = (cells: Int32Array, from: number) =>
  Array.from(cells.subarray(from, from + BAND_COUNT), n => Math.max(n, 0));
const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
const agrees = (stated = -1, counted = 0) => stated < 0 || stated === counted;

function addTo(
  into: { total: number; male: number[]; female: number[] },
  total: number,
  male: number[],
  female: number[],
) {
  into.total += total;
  for (let at = 0; at < BAND_COUNT; at++) {
    into.male[at] = (into.male[at] ?? 0) + (male[at] ?? 0);
    into.female[at] = (into.female[at] ?? 0) + (female[at] ?? 0);
  }
}
