import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import type { Blank } from '@/lib/tools/rules/profile';
import { blankWords, dayWords, monthWords } from '@/lib/tools/words';

/** No figures, said with the reason: a missing figure is never a zero. */
export function NoFigures({ blank, tool }: { blank: Blank; tool: string }) {
  const { organisation, why, period, newest } = blank;
  const older = newest !== null && newest !== period;
  return (
    <EmptyState
      drawing="no-match"
      title={`No figures for ${organisation.name} (${organisation.code})${period ? ` on ${dayWords(period)}` : ''}`}
      action={
        older ? (
          <Link prefetch={false} href={`/tools/${tool}/?org=${organisation.code}&period=${newest.slice(0, 7)}`}>
            Show {monthWords(newest)}, its newest figures
          </Link>
        ) : (
          <Link prefetch={false} href={`/tools/${tool}/?change=1`}>
            Choose another organisation
          </Link>
        )
      }
    >
      <p>{blankWords[why]}</p>
    </EmptyState>
  );
}
