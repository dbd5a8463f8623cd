import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FilterLinks } from '@/components/ui/filter-links';
import { Select } from '@/components/ui/select';
import type { ActivityFilters as Filters } from '@/lib/audit/schema';
import { groups, groupsFor, type Readers } from '@/lib/audit/words';
import { formatDate } from '@/lib/core/dates';
import { filterHref } from '@/lib/core/filters';

type Props = {
  /** The page's own address. */
  base: string;
  filters: Filters;
  readers: Readers;
  /** The name of the account that the list is narrowed to. */
  person: string | null;
};

/** What to look for, as a plain GET form: the address holds it all (S10). */
export function ActivityFilters({ base, filters, readers }: Omit<Props, 'person'>) {
  const { kind, q, from, to, org, person } = filters;
  const kinds = [
    { value: '', label: 'Everything' },
    ...groupsFor(readers).map(group => ({ value: group, label: groups[group].words })),
  ];
  const columns =
    readers === 'platform'
      ? 'lg:grid-cols-[1.3fr_1.3fr_0.8fr_1fr_1fr_auto]'
      : 'lg:grid-cols-[1.4fr_1.4fr_1fr_1fr_auto]';
  return (
    <form action={base} method="get" className={`mb-4 grid items-end gap-4 sm:grid-cols-2 ${columns}`}>
      {person && <input type="hidden" name="person" value={person} />}
      <Select small name="kind" label="What" value={kind} options={kinds} />
      <Field
        small
        name="q"
        label={readers === 'platform' ? 'Person or email' : 'Person'}
        type="search"
        value={q}
        autoComplete="off"
      />
      {readers === 'platform' && <Field small name="org" label="Organisation code" value={org} autoComplete="off" />}
      <Field small name="from" label="From" type="date" value={from} />
      <Field small name="to" label="To" type="date" value={to} />
      <Button look="outlined">Apply</Button>
    </form>
  );
}

/** What narrows the list now, each a link that takes it away. */
export function ActiveFilters({ base, filters, person }: Props) {
  const active = [
    { key: 'kind', words: filters.kind && groups[filters.kind].words },
    { key: 'q', words: filters.q && `“${filters.q}”` },
    { key: 'person', words: filters.person && (person ?? 'One account') },
    { key: 'org', words: filters.org },
    { key: 'from', words: filters.from && `from ${dayWords(filters.from)}` },
    { key: 'to', words: filters.to && `until ${dayWords(filters.to)}` },
  ];
  return (
    <div className="mb-3">
      <FilterLinks filters={active} without={key => filterHref(base, { ...filters, [key]: '', after: '' })} />
    </div>
  );
}

const dayWords = (iso: string) => formatDate(new Date(`${iso}T12:00:00Z`));
