import type { ImportRefusal, ImportReport } from '../schema';

const CLOSED = 50;
const MOVED = 150;
const CHANGED = 500;

/** A difference that a person should look at before it is loaded: far more than an ordinary month brings. */
export function isLarge(reports: readonly ImportReport[]): boolean {
  return reports.some(({ replacedDemonstration, closed, changed, added, events }) => {
    const both = ({ practice = 0, pcn = 0 }: { practice?: number; pcn?: number }) => practice + pcn;
    if (replacedDemonstration || both(closed) > CLOSED || both(added) > CHANGED) return true;
    return both(changed) > CHANGED || (events['moved-pcn'] ?? 0) > MOVED;
  });
}

// A file that is small or old may be right all the same; a damaged one never is.
const overridable: ReadonlySet<string> = new Set<ImportRefusal>([
  'older',
  'too-few-practices',
  'too-few-pcns',
  'too-few-members',
  'too-many-missing',
]);

/** May a person load it all the same? */
export const mayBeForced = (refusal: string): boolean => overridable.has(refusal);
