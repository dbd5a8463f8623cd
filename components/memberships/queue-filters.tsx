import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { QueueFilters as Filters } from '@/lib/memberships/schema/requests';
import { flagFilterWords, kindFilterWords, waitingFilterWords } from '@/lib/memberships/words';

/** Filters of the queue as a plain GET form: the address holds them all (S10). */
export function QueueFilters({ filters, icbs }: { filters: Filters; icbs: readonly { code: string; name: string }[] }) {
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <form
      action="/admin/requests/"
      method="get"
      className="mb-4 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1.35fr)_minmax(0,0.8fr)_minmax(0,1fr)_minmax(0,1.2fr)_auto]"
    >
      <Field small name="q" label="Person, email or organisation" type="search" value={filters.q} autoComplete="off" />
      <Select small name="waiting" label="Waiting for" value={filters.waiting} options={options(waitingFilterWords)} />
      <Select small name="kind" label="Type" value={filters.kind} options={options(kindFilterWords)} />
      <Select
        small
        name="icb"
        label="ICB"
        value={filters.icb}
        options={[{ value: '', label: 'All' }, ...icbs.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <Select small name="flag" label="Flag" value={filters.flag} options={options(flagFilterWords)} />
      <Button look="outlined">Apply</Button>
    </form>
  );
}

/** What narrows the list now, each a link that takes it away. */
export function ActiveFilters({
  filters,
  icbs,
}: {
  filters: Filters;
  icbs: readonly { code: string; name: string }[];
}) {
  const icb = icbs.find(({ code }) => code === filters.icb.toUpperCase());
  const active = [
    { key: 'q', words: filters.q && `“${filters.q}”` },
    { key: 'kind', words: filters.kind && kindFilterWords[filters.kind] },
    { key: 'icb', words: filters.icb && (icb?.name ?? filters.icb) },
    { key: 'flag', words: filters.flag && flagFilterWords[filters.flag] },
  ].filter(({ words }) => words);
  if (active.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {active.map(({ key, words }) => (
        <li key={key}>
          <Link href={queueHref({ ...filters, [key]: '', after: '' })} prefetch={false} className="py-1">
            Remove<span className="sr-only"> the filter</span>: {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The address of the queue with these filters; defaults are left out. */
export function queueHref(filters: Filters): string {
  const { waiting, ...rest } = filters;
  const wanted = Object.entries({ ...rest, waiting: waiting === 'platform' ? '' : waiting }).filter(
    ([, value]) => value,
  );
  const search = new URLSearchParams(wanted).toString();
  return `/admin/requests/${search && `?${search}`}`;
}
