import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import type { Activity, Entry, ActivityFilters as Filters } from '@/lib/audit/schema';
import type { Readers } from '@/lib/audit/words';
import { filterHref } from '@/lib/core/filters';
import { ActiveFilters, ActivityFilters } from './activity-filters';
import { ActivityTable } from './activity-table';

/** A trail with its filters, its pages and the way to take it away as a file. */
export function ActivityList({ base, activity, filters, readers, linkOf }: Props) {
  const { entries, next } = activity;
  const narrowed = filterHref(base, { ...filters, after: '' }) !== base;
  return (
    <>
      <ActivityFilters base={base} filters={filters} readers={readers} />
      <ActiveFilters base={base} filters={filters} readers={readers} person={nameOf(entries, filters.person)} />
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 text-s text-ink-soft">
        <p role="status">
          {entries.length === 1 ? '1 entry' : `${entries.length} entries`}
          {next && ', and older ones'}
          {filters.after && ', after those on the page before'}
        </p>
        {entries.length > 0 && <Files base={base} filters={filters} />}
      </div>
      {entries.length > 0 ? (
        <ActivityTable
          entries={entries}
          base={base}
          filters={filters}
          withOrganisation={readers === 'platform'}
          linkOf={linkOf}
        />
      ) : (
        <Nothing base={base} narrowed={narrowed} />
      )}
      <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-x-8 gap-y-2">
        {filters.after && (
          <Link href={filterHref(base, { ...filters, after: '' })} prefetch={false}>
            Newest entries
          </Link>
        )}
        {next && (
          <Link href={filterHref(base, { ...filters, after: next })} rel="next" prefetch={false}>
            Older entries
          </Link>
        )}
      </nav>
    </>
  );
}

type Props = {
  base: string;
  activity: Activity;
  filters: Filters;
  readers: Readers;
  linkOf: (entry: Entry) => string | null;
};

// A download is a plain link: nothing to be fetched before it is wanted.
function Files({ base, filters }: { base: string; filters: Filters }) {
  const search = filterHref(`${base}export/`, { ...filters, after: '' });
  const href = (format: string) => `${search}${search.includes('?') ? '&' : '?'}format=${format}`;
  return (
    <p className="flex flex-wrap gap-x-4">
      <a href={href('csv')}>Download as CSV</a>
      <a href={href('json')}>Download as JSON</a>
    </p>
  );
}

function Nothing({ base, narrowed }: { base: string; narrowed: boolean }) {
  if (!narrowed) {
    return (
      <EmptyState drawing="nothing-yet" title="Nothing has happened yet">
        Requests, decisions, changes of roles and downloads are listed here, with who did what and when.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      drawing="no-match"
      title="No entry matches"
      action={
        <Link href={base} prefetch={false}>
          Clear filters
        </Link>
      }
    >
      Look for a part of a name, or for more days.
    </EmptyState>
  );
}

const nameOf = (entries: readonly Entry[], id: string): string | null =>
  entries.flatMap(({ who, about }) => (about ? [who, about] : [who])).find(who => who.id === id)?.name ?? null;
