import { z } from 'zod';
import { done, type Result, refuse } from '@/lib/core/result';
import { yearOf } from './bank-holidays';

const published = z.object({
  'england-and-wales': z.object({ events: z.array(z.object({ date: z.iso.date() })).max(1000) }),
});

// There have been eight or more every year since 1978. Fewer is a file cut off, or another thing altogether.
const FEWEST_A_YEAR = 8;

export type HolidaysRefusal = 'not-the-list' | 'years-missing';

/** Reads the published file. A page in its place, or a list that lacks this year or the next, is refused. */
export function readPublished(text: string, now: Date): Result<string[], HolidaysRefusal> {
  const file = published.safeParse(parsed(text));
  if (!file.success) return refuse('not-the-list');
  const days = [...new Set(file.data['england-and-wales'].events.map(({ date }) => date))].sort();
  const inYear = (year: number) => days.filter(day => yearOf(day) === String(year)).length;
  const thisYear = now.getUTCFullYear();
  const last = Number(yearOf(days.at(-1) ?? '0'));
  for (let year = thisYear; year <= Math.max(thisYear + 1, last); year++) {
    if (inYear(year) < FEWEST_A_YEAR) return refuse('years-missing', { year });
  }
  return done(days);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
