import { blank, type Collector, code, dayReader, fault, nothing, type Reading } from './parsed';

/**
 * succ and succarc: old code, new code, reason (always empty), effective day, indicator. One code may be followed by
 * several (a split) and several by one (a merger); codes of other registers are kept, for chains pass through them.
 */
export function successors({ today }: Reading): Collector {
  const parsed = nothing();
  const days = dayReader(today);
  const found = new Map<string, (typeof parsed.successions)[number]>();
  return {
    take([old = '', next = '', , day = ''], row) {
      const oldCode = code(old);
      const newCode = code(next);
      const effectiveOn = days.day(day);
      if (!blank(oldCode) || !blank(newCode)) return fault('bad-value', { row, column: 'code', value: old || next });
      if (!effectiveOn) return fault('bad-value', { row, column: 'effective date', value: day });
      const key = `${oldCode} ${newCode}`;
      if (found.has(key)) return fault('duplicate', { row, code: key });
      parsed.rows++;
      if (oldCode !== newCode) found.set(key, { oldCode, newCode, effectiveOn });
      return null;
    },
    end: () => ({ ...parsed, successions: [...found.values()], newestDay: days.newest() }),
  };
}
