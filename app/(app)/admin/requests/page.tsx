import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { undoDecision } from '@/app/(app)/w/actions';
import { Page } from '@/components/layout/page';
import { PowersNotice } from '@/components/memberships/powers-notice';
import { ActiveFilters, QueueFilters } from '@/components/memberships/queue-filters';
import { QueueSelection } from '@/components/memberships/queue-selection';
import { QueueTable } from '@/components/memberships/queue-table';
import { QueueViews } from '@/components/memberships/queue-views';
import { SavedFilters, SaveFilters } from '@/components/memberships/saved-filters';
import { UndoButton } from '@/components/memberships/undo-button';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { listQueue } from '@/lib/memberships/queries/list-queue';
import { queueHref, queueSearch } from '@/lib/memberships/rules/queue-address';
import { queueFilters } from '@/lib/memberships/schema/queue';
import { countWords } from '@/lib/memberships/words/queue';
import { takeNotices } from '@/lib/web/notice';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { forgetFilters, keepFilters } from './actions';
import { layOut } from './bulk/actions';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** All requests that wait, for the platform team; to everybody else the page does not exist. */
export default async function Requests({ searchParams }: Props) {
  const filters = queueFilters.parse(await searchParams);
  const viewer = await requireViewer(queueHref(filters));
  const powers = await requirePowers(viewer, 'platform', queueHref(filters));
  const queue = await listQueue(viewer, filters);
  if (!queue) notFound();
  const notices = await takeNotices(viewer);
  const { rows, total, next, counts, icbs, saved } = queue;
  return (
    <Page
      title="Requests"
      lead={
        <>
          <b className="font-semibold text-ink">{countWords(counts.platform)}</b>{' '}
          {counts.platform === 1 ? 'request needs' : 'requests need'} a decision from the platform team.{' '}
          <b className="font-semibold text-ink">{countWords(counts.late)}</b> {counts.late === 1 ? 'is' : 'are'} late.
        </>
      }
      workspace="Platform team"
      banner={
        <NoticeBanners
          notices={notices}
          undo={event => <UndoButton event={event} back={'/admin/requests/'} action={undoDecision} />}
        />
      }
      notice={<PowersNotice powers={powers} />}
    >
      <QueueViews filters={filters} counts={counts} />
      <SavedFilters filters={filters} saved={saved} />
      <QueueFilters filters={filters} icbs={icbs} />
      <SaveFilters filters={filters} saved={saved} save={keepFilters} remove={forgetFilters} />
      <div className="flex flex-wrap items-baseline mb-4 gap-x-5 gap-y-1 border-b-2 border-ink pb-3 text-s text-ink-soft">
        <p role="status" className="text-ink">
          <strong>{total === 1 ? '1 request' : `${countWords(total)} requests`}</strong>, oldest first
        </p>
        {filters.waiting === 'platform' && <p>No admin, or over 5 working days</p>}
        <ActiveFilters filters={filters} icbs={icbs} />
      </div>
      {rows.length > 0 ? (
        <QueueSelection
          action={layOut}
          requestId={randomUUID()}
          filters={queueSearch({ ...filters, after: '' })}
          matching={countWords(total)}
          more={next !== null || filters.after !== ''}
        >
          <QueueTable rows={rows} now={viewer.now} />
        </QueueSelection>
      ) : (
        <Nothing narrowed={queueHref(filters) !== start} />
      )}
      <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-x-6">
        {filters.after && (
          <Link href={queueHref({ ...filters, after: '' })} prefetch={false} className="py-1">
            Back to the oldest
          </Link>
        )}
        {next && (
          <Link href={queueHref({ ...filters, after: next })} prefetch={false} className="py-1">
            Next page
          </Link>
        )}
      </nav>
    </Page>
  );
}

const start = '/admin/requests/';

function Nothing({ narrowed }: { narrowed: boolean }) {
  if (!narrowed) {
    return (
      <EmptyState drawing="nobody-waits" title="No request waits for the platform team">
        Requests come here when an organisation has no admin, or when its admins have not answered within 5 working
        days.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      drawing="no-match"
      title="No request matches these filters"
      action={<Link href={start}>Clear filters</Link>}
    >
      Requests that were decided, withdrawn or expired are not listed here.
    </EmptyState>
  );
}
