import type { AreaId, Change, Direction, Headline, Measure, MeasureId } from './schema';

export const measureNames = {
  total: 'Registered patients',
  share0to14: 'Aged 0 to 14',
  share65plus: 'Aged 65 and over',
  share75plus: 'Aged 75 and over',
} satisfies Record<MeasureId, string>;

export const areaKinds = {
  pcn: 'PCN',
  'sub-icb': 'Sub-ICB location',
  icb: 'ICB',
  england: 'England',
} satisfies Record<AreaId, string>;

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** "9,842". */
export const count = (number: number) => whole.format(number);

/** "27.4%": one decimal place. */
export const percent = (share: number) => `${tenth.format(share * 100)}%`;

/** "up 412", "down 3", "no change". */
export function moved(difference: number): string {
  if (difference === 0) return 'no change';
  return `${difference > 0 ? 'up' : 'down'} ${count(Math.abs(difference))}`;
}

export const value = (id: MeasureId, number: number) => (id === 'total' ? count(number) : percent(number));

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const longMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Of an ISO day: "1 July 2026", "July 2026", "Jul 2026". */
export const dayWords = (day: string) => longDay.format(new Date(day));
export const monthWords = (day: string) => longMonth.format(new Date(day));
export const shortMonthWords = (day: string) => shortMonth.format(new Date(day));

const directions = {
  higher: 'Higher than',
  lower: 'Lower than',
  close: 'Close to',
} satisfies Record<Direction, string>;

/** "Higher than England, 18.9%", in two parts so that the first can be set in bold. */
export function comparison({ id, direction, reference }: Measure): { said: string; rest: string } | null {
  if (!direction || !reference) return null;
  return { said: `${directions[direction]} ${reference.name}`, rest: value(id, reference.value) };
}

/** What a direction does not mean. */
export function judgement({ id, direction }: Measure): string {
  if (id === 'total') return 'A larger list is neither better nor worse.';
  if (direction === 'close') return 'Within half a percentage point.';
  return `${direction === 'lower' ? 'Lower' : 'Higher'} is not necessarily better.`;
}

/** "The list grew by 284 patients in three years". */
export function growth(change: Change, whose = 'The list'): string {
  const span = timeBetween(change.from.period, change.to.period);
  if (change.difference === 0) return `${whose} is as long as ${span} ago`;
  const amount = count(Math.abs(change.difference));
  const patients = Math.abs(change.difference) === 1 ? 'patient' : 'patients';
  return `${whose} ${change.difference > 0 ? 'grew' : 'shrank'} by ${amount} ${patients} in ${span}`;
}

const small = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** "three years", "15 months", "one month". */
export function timeBetween(from: string, to: string): string {
  const months = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / (30.44 * 24 * 3600 * 1000)));
  const [amount, unit] = months >= 24 && months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  return `${small[amount] ?? amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** A figure as a preset kept it. */
export function headlineValue({ value, unit }: Headline): string {
  if (value === null) return 'not published';
  return unit === 'percent' ? percent(value) : count(value);
}

/** What stands where figures would be, and why there are none. */
export const blankWords = {
  'nothing-loaded': 'No list sizes have been loaded into this installation yet.',
  'never-published': 'No list sizes have been published for it in the months that are loaded here.',
  'not-on-that-day': 'It had no registered patients in the publication of that month.',
} satisfies Record<'nothing-loaded' | 'never-published' | 'not-on-that-day', string>;

/** How an organisation's ages differ from an area's, as a chart's title: "Older than England". */
export function ageFinding(measures: readonly Measure[], area: string, widest: { band: string; above: boolean }) {
  const of = (id: MeasureId) => measures.find(measure => measure.id === id)?.direction;
  const [young, old] = [of('share0to14'), of('share65plus')];
  const most = `${widest.above ? 'most above' : 'most below'} it at ages ${widest.band}`;
  if (old === 'close' && young === 'close') return `Ages much like ${area}, ${most}`;
  if (old === 'higher' && young !== 'higher') return `Older than ${area}, ${most}`;
  if (old === 'lower' && young !== 'lower') return `Younger than ${area}, ${most}`;
  if (old === 'higher') return `More children and more people over 65 than ${area}`;
  if (old === 'lower') return `Fewer children and fewer people over 65 than ${area}`;
  return young === 'higher' ? `More children than ${area}` : `Fewer children than ${area}`;
}

/** Where a value lies, for those who do not see the strip. */
export function stripWords({ id, value: own, spread, england }: Measure, kind: string): string {
  if (own === null || !spread) return '';
  const range = `the middle 8 in 10 ${kind} lie between ${value(id, spread.from)} and ${value(id, spread.to)}`;
  return `${value(id, own)}; ${range}${england === null ? '' : `; England ${value(id, england)}`}`;
}

/** The publication, as a report or a file names it; what is made up says so. */
export const sourceOf = (vintage: { demonstration: boolean } | null) =>
  vintage?.demonstration
    ? 'demonstration data of this installation, not real figures'
    : 'Patients Registered at a GP Practice, NHS England, Open Government Licence v3.0';

/** A sentence to be copied into a report, with numbers, day and source. */
export function citation(about: {
  name: string;
  code: string;
  period: string;
  total: number;
  over65: number;
  source: string;
}) {
  const { name, code, period, total, over65, source } = about;
  const share = total > 0 ? ` (${percent(over65 / total)})` : '';
  return `${name} (${code}) had ${count(total)} registered patients on ${dayWords(period)}; ${count(over65)}${share} were aged 65 and over. Source: ${source}.`;
}
