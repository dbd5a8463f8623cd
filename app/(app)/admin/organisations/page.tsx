import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { OwnerlessTable } from '@/components/memberships/ownerless-table';
import { PowersNotice } from '@/components/memberships/powers-notice';
import { EmptyState } from '@/components/ui/empty-state';
import { KeysetPages } from '@/components/ui/keyset-pages';
import { NarrowForm } from '@/components/ui/narrow-form';
import { filterHref } from '@/lib/core/filters';
import { listOwnerless } from '@/lib/memberships/queries/list-ownerless';
import { ownerlessFilters } from '@/lib/memberships/schema/ownerless';
import { kindFilterWords } from '@/lib/memberships/words/queue';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';

const HERE = '/admin/organisations/';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Organisations with members and without an admin, for the platform team; to everybody else the page does not exist. */
export default async function Organisations({ searchParams }: Props) {
  const filters = ownerlessFilters.parse(await searchParams);
  const viewer = await requireViewer(filterHref(HERE, filters));
  const powers = await requirePowers(viewer, 'platform', filterHref(HERE, filters));
  const found = await listOwnerless(viewer, filters);
  if (!found) notFound();
  const { rows, total, next } = found;
  const narrowed = Boolean(filters.q || filters.kind);
  return (
    <Page
      title="Organisations without an admin"
      lead="People belong to them, and nobody there decides who joins. Until there is an admin, the platform team does."
      workspace="Platform team"
      notice={<PowersNotice powers={powers} />}
    >
      {(total > 0 || narrowed) && (
        <NarrowForm
          action={HERE}
          text={{ label: 'Name or ODS code', value: filters.q }}
          select={{ name: 'kind', label: 'Type', value: filters.kind, words: kindFilterWords }}
        />
      )}
      {rows.length > 0 ? (
        <>
          <p role="status" className="mb-4 text-s text-ink-soft">
            {total === 1 ? 'One organisation' : `${total} organisations`}
          </p>
          <OwnerlessTable rows={rows} now={viewer.now} />
        </>
      ) : (
        <Nothing narrowed={narrowed} />
      )}
      <KeysetPages
        first={filters.after ? filterHref(HERE, { ...filters, after: '' }) : null}
        next={next ? filterHref(HERE, { ...filters, after: next }) : null}
      />
    </Page>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  if (narrowed) {
    return (
      <EmptyState
        drawing="no-match"
        title="No organisation without an admin matches these filters"
        action={<Link href="/admin/organisations/">Clear filters</Link>}
      >
        Organisations that have an admin, that nobody belongs to, or that are closed are not listed here.
      </EmptyState>
    );
  }
  return (
    <EmptyState drawing="nobody-waits" title="Every organisation that people belong to has an admin">
      One comes here when its last admin leaves, closes the account or is disabled, and nobody took over.
    </EmptyState>
  );
}
