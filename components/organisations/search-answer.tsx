import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import type { OrganisationSearch } from '@/lib/organisations/schema';
import { type ResultNote, SearchResults } from './search-results';

/** The answer of a search as a page shows it: how many, which spelling was searched for, the results, further pages. */
export function SearchAnswer({ found, typed, noun, page, perPage, hrefOf, pageHref, notes }: Props) {
  const { results, total, exact, didYouMean } = found;
  const pages = Math.ceil(total / perPage);
  if (results.length === 0) {
    return (
      <div className="mt-6">
        <EmptyState drawing="no-match" title={`No ${noun} matches “${typed}”`}>
          Check the spelling, or search for the ODS code or the postcode.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="mt-8">
      <p role="status" className="mb-3 text-s text-ink-soft">
        <strong className="text-ink">
          {exact ? '' : 'More than '}
          {total} {total === 1 ? 'result' : 'results'}
        </strong>
        {didYouMean && ` for “${didYouMean}”, because nothing matches “${typed}”`}
      </p>
      <SearchResults hits={results} typed={didYouMean ?? typed} hrefOf={hrefOf} notes={notes} />
      {pages > 1 && (
        <div className="mt-6">
          <Pagination page={page} pages={pages} href={pageHref} />
        </div>
      )}
    </div>
  );
}

type Props = {
  found: OrganisationSearch;
  typed: string;
  noun: string;
  page: number;
  perPage: number;
  hrefOf: (code: string) => string;
  pageHref: (page: number) => string;
  notes?: Record<string, ResultNote>;
};
