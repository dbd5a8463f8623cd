import { afterWorkingDays, londonDay, workingDaysBetween } from './working-days';

const DAY = 86_400_000;

/** The clocks of a request (R15). */
export const REMIND_AFTER = 3;
export const ESCALATE_AFTER = 5;
export const EXPIRE_AFTER_DAYS = 30;
const NUDGE_AFTER = 3;

export const reminderDue = (requestedAt: Date): Date => afterWorkingDays(requestedAt, REMIND_AFTER);
export const decisionDue = (requestedAt: Date): Date => afterWorkingDays(requestedAt, ESCALATE_AFTER);
export const expiryDue = (requestedAt: Date): Date => new Date(requestedAt.getTime() + EXPIRE_AFTER_DAYS * DAY);

/** The organisation's admins have let it wait for longer than was promised. */
export const isLate = (requestedAt: Date, now: Date): boolean => now >= decisionDue(requestedAt);

export type PromiseKept = { age: number; standing: 'on-time' | 'due-today' | 'late'; lateDays: number };

/** Age and promise of a request in working days. */
export function promiseOf(requestedAt: Date, now: Date): PromiseKept {
  const due = decisionDue(requestedAt);
  // Counted as the promise is: what was asked on a day off begins on the next working day.
  const age = workingDaysBetween(afterWorkingDays(requestedAt, 0), now);
  if (londonDay(now) === londonDay(due)) return { age, standing: 'due-today', lateDays: 0 };
  if (now < due) return { age, standing: 'on-time', lateDays: 0 };
  return { age, standing: 'late', lateDays: workingDaysBetween(due, now) };
}

/**
 * From when the clocks of a request count once its question is answered: as many working days lie between that day and
 * now as lay between the request and the question.
 */
export function resumedFrom(requestedAt: Date, pausedAt: Date, now: Date): Date {
  const waited = workingDaysBetween(requestedAt, pausedAt);
  let from = requestedAt;
  while (from < now && workingDaysBetween(from, now) > waited) from = new Date(from.getTime() + DAY);
  return from > now ? now : from;
}

/** The person may have the deciders reminded: a working day after asking, then once in three. */
export const nudgeFrom = (requestedAt: Date, nudgedAt: Date | null): Date =>
  nudgedAt ? afterWorkingDays(nudgedAt, NUDGE_AFTER) : afterWorkingDays(requestedAt, 1);

/** Requests made up to this moment are late at `now`: the same rule, turned round for the database. */
export function lateBefore(now: Date): Date {
  let late = now.getTime() - EXPIRE_AFTER_DAYS * 2 * DAY;
  let onTime = now.getTime();
  while (onTime - late > 1) {
    const middle = Math.floor((late + onTime) / 2);
    if (isLate(new Date(middle), now)) late = middle;
    else onTime = middle;
  }
  return new Date(late);
}
