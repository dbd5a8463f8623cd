import type { Distribution, ListSize } from '@/lib/datasets/schema';
import type { Direction, Measure, MeasureId, ShareId } from '../schema';

// Bands are five years each: 0–4 is 0, 65–69 is 13, 75–79 is 15, 95 and over is 19.
const groups: Record<ShareId, { from: number; to: number }> = {
  share0to14: { from: 0, to: 3 },
  share65plus: { from: 13, to: 20 },
  share75plus: { from: 15, to: 20 },
};

/** Patients of an age group. */
export function countOf({ male, female }: ListSize, group: ShareId): number {
  const { from, to } = groups[group];
  return sum(male.slice(from, to)) + sum(female.slice(from, to));
}

/** Share of all patients, 0 to 1; null without patients, because nothing can be said of nobody. */
export function shareOf(size: ListSize, group: ShareId): number | null {
  return size.total > 0 ? countOf(size, group) / size.total : null;
}

/** Share of all patients in each band, for either sex; zeros without patients. */
export function bandShares({ total, male, female }: ListSize): { male: number[]; female: number[] } {
  const share = (count: number) => (total > 0 ? count / total : 0);
  return { male: male.map(share), female: female.map(share) };
}

/** The band in which two profiles differ most, with the difference in shares (first minus second). */
export function widestBand(one: ListSize, other: ListSize): { band: number; difference: number } {
  const [a, b] = [bandShares(one), bandShares(other)];
  const differences = a.male.map(
    (male, band) => male + (a.female[band] ?? 0) - (b.male[band] ?? 0) - (b.female[band] ?? 0),
  );
  const band = differences.reduce(
    (widest, difference, at) => (Math.abs(difference) > Math.abs(differences[widest] ?? 0) ? at : widest),
    0,
  );
  return { band, difference: differences[band] ?? 0 };
}

/** Half a percentage point: less than that reads as no difference. */
const CLOSE_SHARE = 0.005;
/** One in fifty of the reference. */
const CLOSE_TOTAL = 0.02;

export function direction(id: MeasureId, value: number, reference: number): Direction {
  const tolerance = id === 'total' ? Math.abs(reference) * CLOSE_TOTAL : CLOSE_SHARE;
  if (Math.abs(value - reference) < tolerance) return 'close';
  return value > reference ? 'higher' : 'lower';
}

/** One measure of an organisation beside a reference, its PCN's practices and all of its kind. */
export function measure(id: MeasureId, { size, reference, england, distribution, others }: Sides): Measure {
  const value = amountOf(id, size);
  return {
    id,
    value,
    reference,
    direction: value === null || !reference ? null : direction(id, value, reference.value),
    spread: spreadOf(distribution?.[id], [value, ...others.map(other => other.value)]),
    england,
    others,
  };
}

export type Sides = {
  size: ListSize;
  reference: { name: string; value: number } | null;
  england: number | null;
  distribution: Distribution | null;
  others: { code: string; name: string; value: number }[];
};

export const amountOf = (id: MeasureId, size: ListSize): number | null =>
  id === 'total' ? size.total : shareOf(size, id);

// The lowest and highest hundredth are left out, so that a handful of unusual practices do not squeeze the others; but
// nobody who is shown falls off the scale.
function spreadOf(percentiles: readonly number[] | undefined, shown: (number | null)[]): Measure['spread'] {
  const at = (percent: number) => percentiles?.[percent];
  const [low, from, to, high] = [at(1), at(10), at(90), at(99)];
  if (low === undefined || from === undefined || to === undefined || high === undefined) return null;
  const values = shown.filter(value => value !== null);
  return { low: Math.min(low, ...values), from, to, high: Math.max(high, ...values) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
