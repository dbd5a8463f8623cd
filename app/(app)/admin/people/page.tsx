import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PeopleFilters, peopleHref } from '@/components/accounts/people-filters';
import { PeopleTable } from '@/components/accounts/people-table';
import { Page } from '@/components/layout/page';
import { EmptyState } from '@/components/ui/empty-state';
import { listPeople } from '@/lib/accounts/queries/people';
import { peopleFilters } from '@/lib/accounts/schema/leaving';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every account, for the platform team; to everybody else the page does not exist. */
export default async function People({ searchParams }: Props) {
  const filters = peopleFilters.parse(await searchParams);
  const viewer = await requireViewer(peopleHref(filters));
  await requirePowers(viewer, 'platform', peopleHref(filters));
  const people = await listPeople(viewer, filters);
  if (!people) notFound();
  const { rows, next } = people;
  return (
    <Page title="People" lead="Find an account, see its state, help or keep somebody out." workspace="Platform team">
      <PeopleFilters filters={filters} />
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
          <Link href={peopleHref({ ...filters, after: next })} prefetch={false}>
            Next page
          </Link>
        </p>
      )}
    </Page>
  );
}
