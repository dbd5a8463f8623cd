import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PeopleTable } from '@/components/accounts/people-table';
import { Page } from '@/components/layout/page';
import { EmptyState } from '@/components/ui/empty-state';
import { NarrowForm } from '@/components/ui/narrow-form';
import { listPeople } from '@/lib/accounts/queries/people';
import { peopleFilters } from '@/lib/accounts/schema/leaving';
import { peopleFilterWords } from '@/lib/accounts/words/leaving';
import { filterHref } from '@/lib/core/filters';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';

const HERE = '/admin/people/';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every account, for the platform team; to everybody else the page does not exist. */
export default async function People({ searchParams }: Props) {
  const filters = peopleFilters.parse(await searchParams);
  const viewer = await requireViewer(filterHref(HERE, filters));
  await requirePowers(viewer, 'platform', filterHref(HERE, filters));
  const people = await listPeople(viewer, filters);
  if (!people) notFound();
  const { rows, next } = people;
  return (
    <Page title="People" lead="Find an account, see its state, help or keep somebody out." workspace="Platform team">
      <NarrowForm
        action={HERE}
        text={{ label: 'Name, email or account number', value: filters.q }}
        select={{ name: 'state', label: 'State', value: filters.state, words: peopleFilterWords }}
      />
      <p role="status" className="mb-3 text-s text-ink-soft">
        {rows.length === 1 ? '1 account' : `${rows.length} accounts`}
        {next && ', and more'}
      </p>
      {rows.length > 0 ? (
        <PeopleTable rows={rows} now={viewer.now} />
      ) : (
        <EmptyState
          drawing="no-match"
          title="No account matches"
          action={
            <Link href="/admin/people/" prefetch={false}>
              Clear filters
            </Link>
          }
        >
          Look for a part of the name or the address.
        </EmptyState>
      )}
      {next && (
        <p className="mt-6">
          <Link href={filterHref(HERE, { ...filters, after: next })} prefetch={false}>
            Next page
          </Link>
        </p>
      )}
    </Page>
  );
}
