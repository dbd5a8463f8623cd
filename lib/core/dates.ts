const zone = { timeZone: 'Europe/London' };
const date = new Intl.DateTimeFormat('en-GB', { ...zone, day: 'numeric', month: 'long', year: 'numeric' });
const month = new Intl.DateTimeFormat('en-GB', { ...zone, month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "22 November 2026", as a clock in England shows it. */
export const formatDate = (at: Date) => date.format(at);

/** "November 2026". */
export const formatMonth = (at: Date) => month.format(at);

/** "08:10". */
export const formatTime = (at: Date) => time.format(at);

/** "22 November 2026, 08:10". */
export const formatDateTime = (at: Date) => `${date.format(at)}, ${time.format(at)}`;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "3 hours ago" up to six days, then the date. What lies ahead is a date too, with its time while that is near. */
export function ago(now: Date, at: Date): string {
  const past = now.getTime() - at.getTime();
  if (past < 0) return past > -DAY ? formatDateTime(at) : formatDate(at);
  if (past < MINUTE) return 'just now';
  if (past < HOUR) return `${count(past / MINUTE, 'minute')} ago`;
  if (past < DAY) return `${count(past / HOUR, 'hour')} ago`;
  return past < 7 * DAY ? `${count(past / DAY, 'day')} ago` : formatDate(at);
}

function count(amount: number, unit: string): string {
  const whole = Math.floor(amount);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
