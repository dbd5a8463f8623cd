import { SearchForm } from '@/components/ui/search-form';
import { Problem } from './problem';

/** What is not there and what is not yours read the same, so that nobody learns which of the two it is. */
export function NotFoundProblem() {
  return (
    <Problem title="This page cannot be found">
      <p>
        The address may be incomplete or out of date, or the page is not open to you. If you typed the address, check
        it. If somebody sent it to you, ask whether you belong to that organisation.
      </p>
      <SearchForm action="/tools/search/" label="Find a practice, PCN or tool" />
    </Problem>
  );
}
