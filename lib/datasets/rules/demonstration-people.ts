import { ENGLAND } from '@/lib/organisations/schema';
import { BAND_COUNT, type ListSize } from '../schema';
import type { Staged } from './parsed';
import { randomFrom } from './random';

const CELLS = BAND_COUNT * 2;
// Shares of the population by band, and of men within each band: roughly England's.
const BY_AGE = [52, 56, 58, 56, 63, 71, 76, 73, 69, 62, 65, 65, 59, 49, 43, 39, 23, 14, 7, 2];
const MEN = [51, 51, 51, 51, 51, 51, 51, 51, 50, 50, 50, 50, 49, 49, 48, 47, 45, 42, 36, 28];

/** The first of each month for thirteen months, oldest first. */
export const PERIODS = Array.from({ length: 13 }, (_, month) =>
  new Date(Date.UTC(2025, 9 + month, 1)).toISOString().slice(0, 10),
);

type People = { code: string; levels: string[]; size: number; growth: number; shares: Float64Array };

/** Invented list sizes of all levels for one period at a time; each level is the sum of its practices. */
export function demonstrationPeople(organisations: Staged[]): (month: number) => ListSize[] {
  const random = randomFrom(6_343_650);
  const practices = organisations
    .filter(each => each.kind === 'practice' && each.status === 'open')
    .map((each): People => {
      const tiny = random.below(300) === 0;
      const size = tiny ? 1 + random.below(90) : Math.round(Math.exp(9.08 + 0.52 * random.normal()));
      const levels = [each.pcnCode, each.subIcbCode, each.icbCode, each.regionCode, ENGLAND];
      return {
        code: each.code,
        levels: levels.filter(level => level !== null),
        size: Math.min(size, 120_000),
        growth: 0.0008 + 0.004 * random.normal(),
        shares: shares(0.45 * random.normal(), random.below(40) === 0),
      };
    });
  return month => {
    const sums = new Map<string, Float64Array>();
    const sizes: ListSize[] = [];
    for (const practice of practices) {
      const cells = headcount(practice, month);
      sizes.push(listSize(practice.code, month, cells));
      for (const level of practice.levels) add(sums, level, cells);
    }
    for (const [code, cells] of sums) sizes.push(listSize(code, month, cells));
    return sizes;
  };
}

/** Older or younger than England by a tilt; a university's practice has its bulge at 15 to 29. */
function shares(tilt: number, students: boolean): Float64Array {
  const cells = new Float64Array(CELLS);
  let sum = 0;
  for (let band = 0; band < BAND_COUNT; band++) {
    const bulge = students && band >= 3 && band <= 5 ? 4 : 1;
    const share = (BY_AGE[band] ?? 0) * Math.exp((tilt * (band - 9)) / 10) * bulge;
    const men = (MEN[band] ?? 50) / 100;
    cells[band] = share * men;
    cells[BAND_COUNT + band] = share * (1 - men);
    sum += share;
  }
  return cells.map(share => share / sum);
}

function headcount({ size, growth, shares: of }: People, month: number): Float64Array {
  const total = size * (1 + growth) ** (month - 12);
  // Rounding carries on from cell to cell, so that small practices keep their size.
  let carried = 0;
  return of.map(share => {
    const exact = total * share + carried;
    const whole = Math.max(0, Math.round(exact));
    carried = exact - whole;
    return whole;
  });
}

function add(sums: Map<string, Float64Array>, level: string, cells: Float64Array): void {
  const held = sums.get(level) ?? new Float64Array(CELLS);
  sums.set(level, held);
  for (let at = 0; at < CELLS; at++) held[at] = (held[at] ?? 0) + (cells[at] ?? 0);
}

function listSize(code: string, month: number, cells: Float64Array): ListSize {
  const male = Array.from(cells.subarray(0, BAND_COUNT));
  const female = Array.from(cells.subarray(BAND_COUNT));
  return { code, period: PERIODS[month] ?? '', total: cells.reduce((sum, n) => sum + n, 0), male, female };
}
