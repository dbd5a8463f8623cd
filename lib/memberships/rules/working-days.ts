import { isBankHoliday } from './bank-holidays';

const DAY = 86_400_000;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The wall clock in London at a moment, written as if it were UTC, in milliseconds. */
function wall(at: Date): number {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second, at.getUTCMilliseconds());
}

/** The moment at which London's wall clock shows that. Across a change of the clocks the later reading wins. */
function moment(shown: number): Date {
  const guess = new Date(shown);
  const offset = wall(guess) - shown;
  const first = new Date(shown - offset);
  return wall(first) === shown ? first : guess;
}

const iso = (shown: number): string => new Date(shown).toISOString().slice(0, 10);

/** The day in London, as 2026-11-22. */
export const londonDay = (at: Date): string => iso(wall(at));

/** Monday to Friday, not a bank holiday in England. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isBankHoliday(day);
}

/**
 * So many working days later, at the same time of day in London. What begins on a day off counts from the beginning of
 * the next working day.
 */
export function afterWorkingDays(from: Date, days: number): Date {
  let shown = wall(from);
  if (!isWorkingDay(iso(shown))) shown = nextWorkingDay(startOfDay(shown));
  for (let left = days; left > 0; left--) shown = nextWorkingDay(shown);
  return moment(shown);
}

/** Working days that have begun in London after the day of `from`, up to and including the day of `to`. */
export function workingDaysBetween(from: Date, to: Date): number {
  const last = startOfDay(wall(to));
  let count = 0;
  for (let day = startOfDay(wall(from)) + DAY; day <= last; day += DAY) if (isWorkingDay(iso(day))) count += 1;
  return count;
}

/** The last moment of the day in London. */
export const endOfLondonDay = (at: Date): Date => new Date(moment(startOfDay(wall(at)) + DAY).getTime() - 1);

const startOfDay = (shown: number): number => shown - (((shown % DAY) + DAY) % DAY);

function nextWorkingDay(shown: number): number {
  let next = shown + DAY;
  while (!isWorkingDay(iso(next))) next += DAY;
  return next;
}
