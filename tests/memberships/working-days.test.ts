import { describe, expect, it } from 'vitest';
import { embeddedHolidays } from '@/lib/memberships/rules/bank-holidays';
import { decisionDue, isLate, lateBefore, promiseOf, reminderDue } from '@/lib/memberships/rules/deadlines';
import { afterWorkingDays, isWorkingDay, londonDay, workingDaysBetween } from '@/lib/memberships/rules/working-days';

const at = (text: string) => new Date(text);
const inWorkingDays = (from: string, days: number) => afterWorkingDays(at(from), days).toISOString();

describe('R15 working days in England', () => {
  it('leaves out weekends, and keeps the time of day', () => {
    expect(inWorkingDays('2026-11-24T10:00:00Z', 3)).toBe('2026-11-27T10:00:00.000Z');
    expect(inWorkingDays('2026-11-26T10:00:00Z', 3)).toBe('2026-12-01T10:00:00.000Z');
  });

  it('begins with the next working day when somebody asks on a day off', () => {
    expect(inWorkingDays('2026-11-21T15:30:00Z', 1)).toBe('2026-11-24T00:00:00.000Z');
    expect(inWorkingDays('2026-11-20T15:30:00Z', 1)).toBe('2026-11-23T15:30:00.000Z');
  });

  it('leaves out bank holidays and their substitute days', () => {
    // Christmas 2026: Friday 25 December, and Monday 28 December for Boxing Day.
    expect(inWorkingDays('2026-12-24T09:00:00Z', 1)).toBe('2026-12-29T09:00:00.000Z');
    // Easter 2026: Good Friday 3 April, Easter Monday 6 April.
    expect(inWorkingDays('2026-04-02T09:00:00Z', 1)).toBe('2026-04-07T09:00:00.000Z');
    expect(isWorkingDay('2027-12-27')).toBe(false);
    expect(isWorkingDay('2027-12-29')).toBe(true);
  });

  it('keeps London’s time of day across the change of the clocks', () => {
    // 25 October 2026, 02:00 BST becomes 01:00 GMT; 28 March 2027 the other way.
    expect(inWorkingDays('2026-10-23T09:00:00Z', 1)).toBe('2026-10-26T10:00:00.000Z');
    expect(inWorkingDays('2027-03-25T10:00:00Z', 1)).toBe('2027-03-30T09:00:00.000Z');
    expect(londonDay(at('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(londonDay(at('2026-11-30T23:30:00Z'))).toBe('2026-11-30');
  });

  it('counts working days that have begun since', () => {
    expect(workingDaysBetween(at('2026-11-20T17:00:00Z'), at('2026-11-23T08:00:00Z'))).toBe(1);
    expect(workingDaysBetween(at('2026-11-23T08:00:00Z'), at('2026-11-23T18:00:00Z'))).toBe(0);
    expect(workingDaysBetween(at('2026-12-24T08:00:00Z'), at('2026-12-30T08:00:00Z'))).toBe(2);
  });

  it('holds eight bank holidays a year, with Good Friday and Easter Monday around the Easter that is computed', () => {
    for (const year of [2024, 2025, 2026, 2027, 2028]) {
      const days = [...embeddedHolidays].filter(day => day.startsWith(`${year}-`));
      expect(days).toHaveLength(8);
      expect(days.every(day => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toBe(true);
      const easter = easterSunday(year).getTime();
      expect(days).toContain(new Date(easter - 2 * 86_400_000).toISOString().slice(0, 10));
      expect(days).toContain(new Date(easter + 86_400_000).toISOString().slice(0, 10));
    }
  });
});

describe('R15 the promise of 5 working days', () => {
  const asked = at('2026-11-17T10:00:00Z');
  it('is on time, due today, then late', () => {
    expect(reminderDue(asked).toISOString()).toBe('2026-11-20T10:00:00.000Z');
    expect(decisionDue(asked).toISOString()).toBe('2026-11-24T10:00:00.000Z');
    expect(promiseOf(asked, at('2026-11-20T10:00:00Z'))).toEqual({ age: 3, standing: 'on-time', lateDays: 0 });
    expect(promiseOf(asked, at('2026-11-24T09:00:00Z'))).toEqual({ age: 5, standing: 'due-today', lateDays: 0 });
    expect(promiseOf(asked, at('2026-11-26T09:00:00Z'))).toEqual({ age: 7, standing: 'late', lateDays: 2 });
  });

  it('turned round for the database, it names the same moment', () => {
    for (const now of [
      '2026-11-24T10:00:00Z',
      '2026-12-30T23:59:59Z',
      '2026-10-27T00:30:00Z',
      '2026-11-22T12:00:00Z',
    ]) {
      const edge = lateBefore(at(now));
      expect(isLate(edge, at(now))).toBe(true);
      expect(isLate(new Date(edge.getTime() + 1), at(now))).toBe(false);
    }
  });
});

/** Anonymous Gregorian computus. */
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return new Date(Date.UTC(year, month - 1, day));
}
