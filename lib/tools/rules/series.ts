import type { ListSize } from '@/lib/datasets/schema';
import type { Change, Point } from '../schema';

/** Totals of one organisation up to a period, oldest first. */
export function seriesOf(sizes: readonly ListSize[], code: string, until: string): Point[] {
  return sizes
    .filter(size => size.code === code && size.period <= until)
    .map(({ period, total }) => ({ period, total }))
    .sort((a, b) => a.period.localeCompare(b.period));
}

/** From the last but one point to the last; null while there is only one. */
export const lastChange = (series: readonly Point[]) => changeOf(series.at(-2), series.at(-1));

/** From the first point to the last; null while there is only one. */
export const wholeChange = (series: readonly Point[]) =>
  changeOf(series.length > 1 ? series[0] : undefined, series.at(-1));

/**
 * The days for which nothing is held between those that are. How far apart the days usually lie is taken from the two
 * that lie closest: an installation that loads every quarter has no gaps in between.
 */
export function missingDays(series: readonly Point[]): string[] {
  const steps = series.slice(1).map((point, index) => monthsFrom(series[index]?.period ?? '', point.period).slice(1));
  const usual = Math.min(...steps.map(step => step.length));
  return steps.flatMap(step => step.filter((_, index) => (index + 1) % usual === 0).slice(0, -1));
}

/** How the first list would have grown with another organisation: the same days, its growth from the first of them. */
export function sameGrowth(series: readonly Point[], other: readonly Point[]): Point[] {
  const first = series[0];
  const base = other.find(point => point.period === first?.period)?.total;
  if (!first || !base) return [];
  return series.flatMap(({ period }) => {
    const then = other.find(point => point.period === period)?.total;
    return then === undefined ? [] : [{ period, total: (first.total * then) / base }];
  });
}

/** Every month from one ISO day to another, both included. */
export function monthsFrom(from: string, to: string): string[] {
  const months: string[] = [];
  for (let at = monthNumber(from); at <= monthNumber(to); at += 1) {
    months.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`);
  }
  return months;
}

/** The held period that a month in an address means: the newest one where none is named. */
export function periodOf(month: string | null, held: readonly string[]): string | null {
  if (month === null) return held.at(-1) ?? null;
  return held.findLast(period => period.startsWith(month)) ?? null;
}

const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function changeOf(from: Point | undefined, to: Point | undefined): Change | null {
  return from && to ? { from, to, difference: to.total - from.total } : null;
}
