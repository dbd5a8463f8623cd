import { displayName, tidy } from '@/lib/organisations/rules/display-name';
import type { OrganisationStatus } from '@/lib/organisations/schema';
import {
  blank,
  type Collector,
  code,
  dayReader,
  type Fault,
  fault,
  nothing,
  type Reading,
  type Staged,
  skip,
} from './parsed';
import { townOf } from './town';

/** epraccur in both dialects: the legacy file (A, C, D, P; setting 4) and today's report (ACTIVE; RO76). */
export function practiceRegister({ today }: Reading): Collector {
  const parsed = nothing();
  const found = new Map<string, Staged>();
  const days = dayReader(today);
  return {
    take(cells, row) {
      const read = (column: number) => cells[column - 1] ?? '';
      parsed.rows++;
      // W00 is Wales; sub-type Z the Channel Islands and the Isle of Man.
      if (!/^Y/i.test(read(3).trim()) || /^Z$/i.test(read(14).trim())) return skip(parsed, 'not-in-england');
      const dates = twoDays(days.day, read(11), read(12), row);
      if ('fault' in dates) return dates;
      const practice = code(read(1));
      if (practice === '' || tidy(read(2)) === '') return fault('bad-value', { row, column: 'name', value: read(2) });
      if (found.has(practice)) return fault('duplicate', { row, code: practice });
      const status = STATUSES[code(read(13))];
      if (!status) skip(parsed, 'unknown-status');
      found.set(practice, {
        code: practice,
        kind: 'practice',
        ...named(read(2)),
        ...placed([5, 6, 7, 8, 9].map(read), read(10)),
        ...dates,
        status: status ?? 'closed',
        pcnCode: null,
        subIcbCode: blank(code(read(15))),
        icbCode: blank(code(read(4))),
        regionCode: blank(code(read(3))),
        setting: blank(code(read(26))),
      });
      return null;
    },
    end() {
      const organisations = [...found.values()];
      const practices = organisations.filter(each => each.status === 'open' && isPracticeSetting(each.setting)).length;
      return { ...parsed, organisations, practices, newestDay: days.newest() };
    },
  };
}

/** epcn, or the first sheet of the ePCN workbook. */
export function pcnRegister({ today }: Reading): Collector {
  const parsed = nothing();
  const found = new Map<string, Staged>();
  const days = dayReader(today);
  return {
    take(cells, row) {
      const read = (column: number) => cells[column - 1] ?? '';
      parsed.rows++;
      const dates = twoDays(days.day, read(5), read(6), row);
      if ('fault' in dates) return dates;
      const pcn = code(read(1));
      if (!/^U\d+$/.test(pcn)) return fault('bad-value', { row, column: 'PCN code', value: read(1) });
      if (found.has(pcn)) return fault('duplicate', { row, code: pcn });
      found.set(pcn, {
        code: pcn,
        kind: 'pcn',
        ...named(read(2)),
        ...placed([7, 8, 9, 10, 11].map(read), read(12)),
        ...dates,
        status: dates.closedOn && dates.closedOn <= today ? 'closed' : 'open',
        pcnCode: null,
        subIcbCode: blank(code(read(3))),
        icbCode: null,
        regionCode: null,
        setting: null,
      });
      return null;
    },
    end() {
      const organisations = [...found.values()];
      const pcns = organisations.filter(each => each.status === 'open').length;
      return { ...parsed, organisations, pcns, newestDay: days.newest() };
    },
  };
}

/** epcncorepartnerdetails, or the second sheet of the workbook: one row per spell of a practice in a PCN. */
export function pcnMembers({ today }: Reading): Collector {
  const parsed = nothing();
  const days = dayReader(today);
  const current = new Set<string>();
  const spells = new Map<string, (typeof parsed.spells)[number]>();
  return {
    take(cells, row) {
      const dates = twoDays(days.day, cells[8] ?? '', cells[9] ?? '', row);
      if ('fault' in dates) return dates;
      const practiceCode = code(cells[0] ?? '');
      const pcnCode = code(cells[4] ?? '');
      const { openedOn: startedOn, closedOn: endedOn } = dates;
      if (!practiceCode || !pcnCode || !startedOn)
        return fault('bad-value', { row, column: 'start date', value: cells[8] ?? '' });
      parsed.rows++;
      if (!endedOn) {
        if (current.has(practiceCode)) return fault('duplicate', { row, code: practiceCode });
        current.add(practiceCode);
      }
      spells.set(`${practiceCode} ${pcnCode} ${startedOn}`, { practiceCode, pcnCode, startedOn, endedOn });
      return null;
    },
    end: () => ({ ...parsed, spells: [...spells.values()], members: parsed.rows, newestDay: days.newest() }),
  };
}

/** Prescribing setting of a GP practice, in either dialect. */
export const isPracticeSetting = (setting: string | null) => setting === '4' || setting === 'RO76';

const STATUSES: Record<string, OrganisationStatus> = {
  A: 'open',
  ACTIVE: 'open',
  D: 'dormant',
  DORMANT: 'dormant',
  P: 'proposed',
  PROPOSED: 'proposed',
  C: 'closed',
  CLOSED: 'closed',
  I: 'closed',
  INACTIVE: 'closed',
};

const named = (name: string) => ({ name: tidy(name), displayName: displayName(name) });

function placed(lines: string[], postcode: string) {
  const address = lines.map(tidy).filter(line => line !== '');
  return { address, town: townOf(address), postcode: blank(postcode.toUpperCase()) };
}

type Days = { openedOn: string | null; closedOn: string | null };

function twoDays(
  day: (text: string) => string | null | undefined,
  from: string,
  to: string,
  row: number,
): Days | Fault {
  const openedOn = day(from);
  const closedOn = day(to);
  if (openedOn === undefined) return fault('bad-value', { row, column: 'open date', value: from });
  if (closedOn === undefined) return fault('bad-value', { row, column: 'close date', value: to });
  return { openedOn, closedOn };
}
