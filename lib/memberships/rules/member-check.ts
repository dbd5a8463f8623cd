import { afterWorkingDays, isWorkingDay, londonDay } from './working-days';

const DAY = 86_400_000;

/** Nobody stays on a list for longer than this without somebody confirming that they still work there. */
const CHECK_EVERY_MONTHS = 12;
/** Whoever was let in or confirmed so short a time before a check is not asked about again. */
const RECENT_DAYS = 90;
/** Working days from the first mail to the second, and from the second to the end. */
const SECOND_MAIL_AFTER = 10;
const LAPSE_AFTER = 10;

type Standing = { attestedAt: Date | null; since: Date };

/** Since when somebody's belonging is known: when they were let in, or confirmed after that. */
const knownSince = ({ attestedAt, since }: Standing): Date => (attestedAt && attestedAt > since ? attestedAt : since);

/** When somebody known since then is to be confirmed again: the same day a year later. */
export function checkDue(known: Date): Date {
  const due = new Date(known);
  due.setUTCMonth(due.getUTCMonth() + CHECK_EVERY_MONTHS);
  return due;
}

/** Who was known at this moment or before is due at `now`: the same rule, turned round for the database. */
export function dueBefore(now: Date): Date {
  const known = new Date(now);
  known.setUTCMonth(known.getUTCMonth() - CHECK_EVERY_MONTHS);
  return known;
}

/** A check that was opened then asks about everybody known since before this. */
export const coveredBefore = (openedAt: Date): Date => new Date(openedAt.getTime() - RECENT_DAYS * DAY);

export const isCovered = (row: Standing, openedAt: Date): boolean => knownSince(row) < coveredBefore(openedAt);

/** Mails that ask for work are sent on working days. */
export const mayOpen = (now: Date): boolean => isWorkingDay(londonDay(now));

export const secondMailDue = (openedAt: Date): Date => afterWorkingDays(openedAt, SECOND_MAIL_AFTER);

export type Check = { openedAt: Date; remindedAt: Date | null };

/** When those who were not confirmed lapse. It counts from the second mail, so that nobody lapses without two. */
export const lapseDue = ({ openedAt, remindedAt }: Check): Date =>
  afterWorkingDays(remindedAt ?? secondMailDue(openedAt), LAPSE_AFTER);
