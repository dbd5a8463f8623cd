import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { OwnerlessFilters as Filters } from '@/lib/memberships/schema/ownerless';
import { kindFilterWords } from '@/lib/memberships/words/queue';

/** What to look for, as a plain GET form: the address holds it all (S10). */
export function OwnerlessFilters({ filters }: { filters: Filters }) {
  return (
    <form
      action="/admin/organisations/"
      method="get"
      className="mb-6 grid items-end gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
    >
      <Field small name="q" label="Name or ODS code" type="search" value={filters.q} autoComplete="off" />
      <Select
        small
        name="kind"
        label="Type"
        value={filters.kind}
        options={Object.entries(kindFilterWords).map(([value, label]) => ({ value, label }))}
      />
      <Button look="outlined">Apply</Button>
    </form>
  );
}

/** The address of the list with these filters; what is not set is left out. */
export function ownerlessHref(filters: Filters): string {
  const search = new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString();
  return `/admin/organisations/${search && `?${search}`}`;
}
