import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FilterLinks } from '@/components/ui/filter-links';
import { Select } from '@/components/ui/select';
import { filterHref } from '@/lib/core/filters';
import type { MemberFilters as Filters } from '@/lib/memberships/schema/members';
import { memberRoleWords, memberStateWords } from '@/lib/memberships/words/members';

/** Filters of the members as a plain GET form: the address holds them all (S10). */
export function MemberFilters({ code, filters }: { code: string; filters: Filters }) {
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <form
      action={`/w/${code}/members/`}
      method="get"
      className="mb-6 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      <Field small name="q" label="Name" type="search" value={filters.q} autoComplete="off" />
      <Select small name="role" label="Role" value={filters.role} options={options(memberRoleWords)} />
      <Select small name="state" label="Account" value={filters.state} options={options(memberStateWords)} />
      <Button look="outlined">Apply</Button>
    </form>
  );
}

/** What narrows the list now, each a link that takes it away. */
export function ActiveMemberFilters({ code, filters }: { code: string; filters: Filters }) {
  const active = [
    { key: 'q', words: filters.q && `“${filters.q}”` },
    { key: 'role', words: filters.role && memberRoleWords[filters.role] },
    { key: 'state', words: filters.state && memberStateWords[filters.state] },
  ];
  return <FilterLinks filters={active} without={key => membersHref(code, { ...filters, [key]: '', after: '' })} />;
}

/** The address of the list with these filters. */
export function membersHref(code: string, filters: Filters): string {
  return filterHref(`/w/${code}/members/`, filters);
}

/** Something narrows the list. */
export const isNarrowed = ({ q, role, state }: Filters): boolean => Boolean(q || role || state);
