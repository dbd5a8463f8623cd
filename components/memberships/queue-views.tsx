import Link from 'next/link';
import { queueHref } from '@/lib/memberships/rules/queue-address';
import { type QueueFilters, queueFilters } from '@/lib/memberships/schema/queue';
import type { QueueCounts } from '@/lib/memberships/schema/queue-views';
import { countWords } from '@/lib/memberships/words/queue';

/** Lists that are asked for again and again, each with its own address. */
export function QueueViews({ filters, counts }: { filters: QueueFilters; counts: QueueCounts }) {
  const views = [
    { text: 'Needs the platform team', count: counts.platform, wanted: {} },
    { text: 'Mine', count: counts.mine, wanted: { waiting: 'all', assignee: 'me' } },
    { text: 'Nobody looks after it', wanted: { assignee: 'nobody' } },
    { text: 'Late', count: counts.late, wanted: { waiting: 'all', age: 'late' } },
    { text: 'Waiting for an organisation’s admin', count: counts.organisation, wanted: { waiting: 'organisation' } },
    { text: 'Waiting for the person', wanted: { waiting: 'person' } },
  ];
  const here = queueHref({ ...filters, after: '' });
  return (
    <nav aria-label="Lists" className="mb-5">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-s">
        {views.map(({ text, count, wanted }) => {
          const href = queueHref(queueFilters.parse(wanted));
          return (
            <li key={text}>
              <Link
                href={href}
                prefetch={false}
                aria-current={href === here ? 'page' : undefined}
                className="inline-block py-1 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
              >
                {text}
                {count !== undefined && ` (${countWords(count)})`}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
