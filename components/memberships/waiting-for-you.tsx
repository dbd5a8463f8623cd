import Link from 'next/link';
import { Section } from '@/components/ui/section';
import { workingDaysBetween } from '@/lib/memberships/rules/working-days';
import type { QueueCounts } from '@/lib/memberships/schema/queue-views';
import type { Waiting } from '@/lib/memberships/schema/views';
import { ageWords } from '@/lib/memberships/words';
import { countWords } from '@/lib/memberships/words/queue';

/** What waits for the reader's decision; nothing at all when nothing does. */
export function WaitingForYou({ waiting, queue, ownerless, now }: Props) {
  if (waiting.length === 0 && !queue?.platform && !ownerless) return null;
  return (
    <Section id="waiting" title="Waiting for you" tone="amber">
      <ul>
        {waiting.map(({ code, name, count, oldest, otherAdmins }) => (
          <Row
            key={code}
            count={count}
            href={`/w/${code}/approvals/`}
            words={`${count === 1 ? 'person asks' : 'people ask'} to join ${name}`}
            more={`Oldest: ${ageWords(workingDaysBetween(oldest, now)).toLowerCase()}. You decide, ${together(otherAdmins)}.`}
          />
        ))}
        {queue && queue.platform > 0 && (
          <Row
            count={countWords(queue.platform)}
            href="/admin/requests/"
            words={`${queue.platform === 1 ? 'request waits' : 'requests wait'} for the platform team`}
            more={queue.late > 0 ? `${countWords(queue.late)} late.` : 'None is late.'}
          />
        )}
        {ownerless !== null && ownerless > 0 && (
          <Row
            count={ownerless}
            href="/admin/organisations/"
            words={ownerless === 1 ? 'organisation has no admin' : 'organisations have no admin'}
            more="People belong there, and nobody decides who joins."
          />
        )}
      </ul>
    </Section>
  );
}

type Props = {
  waiting: readonly Waiting[];
  queue?: QueueCounts | null;
  /** Organisations that nobody decides for; null for everybody but the platform team. */
  ownerless: number | null;
  now: Date;
};

function together(others: number): string {
  if (others === 0) return 'as the only admin';
  return others === 1 ? 'with one other admin' : `with ${others} other admins`;
}

function Row({ count, href, words, more }: { count: number | string; href: string; words: string; more: string }) {
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] items-baseline border-b border-line py-3 last:border-b-0">
      <span className="text-xl font-semibold tabular-nums" aria-hidden="true">
        {count}
      </span>
      <span>
        <Link href={href} prefetch={false}>
          <span className="sr-only">{count} </span>
          {words}
        </Link>
        <span className="block text-s text-ink-soft">{more}</span>
      </span>
    </li>
  );
}
