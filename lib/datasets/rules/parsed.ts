import type { Facts } from '@/lib/core/result';
import { tidy } from '@/lib/organisations/rules/display-name';
import type { OrganisationKind, OrganisationStatus } from '@/lib/organisations/schema';
import type { ImportRefusal, ListSize, SkipReason } from '../schema';
import { isoDay } from './dates';
import type { Layout } from './recognise';

/** An organisation as one file describes it; what the file does not know is null. */
export type Staged = {
  code: string;
  kind: OrganisationKind;
  name: string;
  displayName: string;
  status: OrganisationStatus;
  openedOn: string | null;
  closedOn: string | null;
  address: string[];
  town: string | null;
  postcode: string | null;
  pcnCode: string | null;
  subIcbCode: string | null;
  icbCode: string | null;
  regionCode: string | null;
  setting: string | null;
};

type Spell = { practiceCode: string; pcnCode: string; startedOn: string; endedOn: string | null };

/** One code took over from another on a day. */
type Succession = { oldCode: string; newCode: string; effectiveOn: string };

/** Everything one table says, after its own checks. */
export type Parsed = {
  /** The day the file says it describes; register files say none. */
  period: string | null;
  /** The newest day a register file mentions: it cannot be older than that. */
  newestDay?: string | null;
  rows: number;
  organisations: Staged[];
  spells: Spell[];
  successions: Succession[];
  sizes: Omit<ListSize, 'period'>[];
  practices?: number;
  pcns?: number;
  members?: number;
  patients: number | null;
  skipped: Partial<Record<SkipReason, number>>;
};

export type Fault = { fault: ImportRefusal; facts: Facts };
export const fault = (refusal: ImportRefusal, facts: Facts = {}): Fault => ({ fault: refusal, facts });

/** Takes a table row by row and says at the end what it held. `row` counts from 1, the header included. */
export type Collector = { take: (cells: string[], row: number) => Fault | null; end: () => Parsed | Fault };

export type Reading = { layout: Layout; today: string };

export const nothing = (): Parsed => ({
  period: null,
  rows: 0,
  organisations: [],
  spells: [],
  successions: [],
  sizes: [],
  patients: null,
  skipped: {},
});

export const blank = (text: string): string | null => tidy(text) || null;
export const code = (text: string): string => text.trim().toUpperCase();

export function skip(parsed: Parsed, reason: SkipReason): null {
  parsed.skipped[reason] = (parsed.skipped[reason] ?? 0) + 1;
  return null;
}

/** Reads days and remembers the newest one that has come: a register file carries no date of its own. */
export function dayReader(today: string): {
  day: (text: string) => string | null | undefined;
  newest: () => string | null;
} {
  let newest: string | null = null;
  return {
    day: text => {
      const day = isoDay(text);
      if (day && day <= today && (!newest || day > newest)) newest = day;
      return day;
    },
    newest: () => newest,
  };
}
