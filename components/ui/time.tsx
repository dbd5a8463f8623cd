import { ago, formatDate, formatDateTime } from '@/lib/core/dates';

/** A moment: "3 hours ago" where now is given, else the date. The full date is always there on request (S8). */
export function Time({ at, now, clock }: { at: Date; now?: Date; clock?: boolean }) {
  const words = now ? ago(now, at) : clock ? formatDateTime(at) : formatDate(at);
  return (
    <time dateTime={at.toISOString()} title={formatDateTime(at)}>
      {words}
    </time>
  );
}
