import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { FilterLinks } from '@/components/ui/filter-links';
import { Select } from '@/components/ui/select';
import { queueHref } from '@/lib/memberships/rules/queue-address';
import type { QueueFilters as Filters } from '@/lib/memberships/schema/queue';
import {
  ageFilterWords,
  assigneeFilterWords,
  flagFilterWords,
  kindFilterWords,
  waitingFilterWords,
} from '@/lib/memberships/words/queue';

type Icbs = readonly { code: string; name: string }[];

/** Filters of the queue as a plain GET form: the address holds them all (S10). */
export function QueueFilters({ filters, icbs }: { filters: Filters; icbs: Icbs }) {
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <form action="/admin/requests/" method="get" className="mb-5 grid gap-x-4 gap-y-3">
      <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,0.7fr)_minmax(0,1fr)_auto]">
        <Field
          small
          name="q"
          label="Person, email or organisation"
          type="search"
          value={filters.q}
          autoComplete="off"
        />
        <Select
          small
          name="waiting"
          label="Waiting for"
          value={filters.waiting}
          options={options(waitingFilterWords)}
        />
        <Select small name="age" label="Age" value={filters.age} options={options(ageFilterWords)} />
        <Select
          small
          name="assignee"
          label="Looked after by"
          value={filters.assignee}
          options={options(assigneeFilterWords)}
        />
        <div>
          <Button look="outlined">Apply</Button>
        </div>
      </div>
      <Disclosure summary="More filters" open={Boolean(filters.kind || filters.icb || filters.flag)}>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
          <Select small name="kind" label="Type" value={filters.kind} options={options(kindFilterWords)} />
          <Select
            small
            name="icb"
            label="ICB"
            value={filters.icb}
            options={[{ value: '', label: 'All' }, ...icbs.map(({ code, name }) => ({ value: code, label: name }))]}
          />
          <Select
            small
            name="flag"
            label="Reason to look twice"
            value={filters.flag}
            options={options(flagFilterWords)}
          />
        </div>
      </Disclosure>
      {filters.org && <input type="hidden" name="org" value={filters.org} />}
    </form>
  );
}

/** What narrows the list now, each a link that takes it away. */
export function ActiveFilters({ filters, icbs }: { filters: Filters; icbs: Icbs }) {
  const { q, kind, icb, org, age, flag, assignee } = filters;
  const active = [
    { key: 'q', words: q && `“${q}”` },
    { key: 'org', words: org },
    { key: 'age', words: age && ageFilterWords[age] },
    { key: 'assignee', words: assignee && `looked after by ${assigneeFilterWords[assignee].toLowerCase()}` },
    { key: 'kind', words: kind && kindFilterWords[kind] },
    { key: 'icb', words: icb && (icbs.find(({ code }) => code === icb)?.name ?? icb) },
    { key: 'flag', words: flag && flagFilterWords[flag] },
  ];
  return <FilterLinks filters={active} without={key => queueHref({ ...filters, [key]: '', after: '' })} />;
}
