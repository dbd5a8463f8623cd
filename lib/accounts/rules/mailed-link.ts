import type { LinkRefusal } from '../words';

type Row = { expires: Date; spentAt: Date | null; supersededAt: Date | null };

/** What a mailed link is worth at this moment. Used stands before expired: who pressed once reads "done", not "too late". */
export function readLink(row: Row | null, now: Date): 'ready' | LinkRefusal {
  if (!row) return 'link-unknown';
  if (row.spentAt) return 'link-spent';
  if (row.supersededAt) return 'link-superseded';
  return row.expires > now ? 'ready' : 'link-expired';
}
