import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { PeopleFilters as Filters } from '@/lib/accounts/schema/leaving';
import { peopleFilterWords } from '@/lib/accounts/words/leaving';

/** What to look for, as a plain GET form: the address holds it all (S10). */
export function PeopleFilters({ filters }: { filters: Filters }) {
  return (
    <form
      action="/admin/people/"
      method="get"
      className="mb-6 grid items-end gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
    >
      <Field small name="q" label="Name, email or account number" type="search" value={filters.q} autoComplete="off" />
      <Select
        small
        name="state"
        label="State"
        value={filters.state}
        options={Object.entries(peopleFilterWords).map(([value, label]) => ({ value, label }))}
      />
      <Button look="outlined">Apply</Button>
    </form>
  );
}

/** The address of the list with these filters; what is not set is left out. */
export function peopleHref(filters: Filters): string {
  const search = new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString();
  return `/admin/people/${search && `?${search}`}`;
}
