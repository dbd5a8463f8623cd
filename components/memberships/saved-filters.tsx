import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { FormAction } from '@/lib/core/form';
import { keptSearch, queueHref } from '@/lib/memberships/rules/queue-address';
import { MOST_SAVED_FILTERS } from '@/lib/memberships/rules/saved-filters';
import { FILTER_NAME_LENGTH, type QueueFilters, readFilters } from '@/lib/memberships/schema/queue';
import type { SavedFilter } from '@/lib/memberships/schema/queue-views';

type Saved = readonly SavedFilter[];

/** The viewer's own filters as links above the list. */
export function SavedFilters({ filters, saved }: { filters: QueueFilters; saved: Saved }) {
  if (saved.length === 0) return null;
  const here = filters.q ? null : keptSearch(filters);
  return (
    <nav aria-labelledby="saved-filters" className="mb-5 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-s">
      <h2 id="saved-filters" className="text-s font-semibold text-ink">
        Your saved filters
      </h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {saved.map(({ id, name, search }) => (
          <li key={id} className="wrap-anywhere">
            <Link
              href={queueHref(readFilters(search))}
              prefetch={false}
              aria-current={search === here ? 'page' : undefined}
              className="inline-block py-1 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What can be done with the filters that are set: give them a name, or remove the one they have. */
export function SaveFilters({ filters, saved, save, remove }: Props) {
  const here = keptSearch(filters);
  if (here === '') return null;
  const open = saved.find(({ search }) => search === here);
  if (open) {
    return (
      <div className="mb-5 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-s">
        <p className="wrap-anywhere">You saved these filters as “{open.name}”.</p>
        <ActionForm id="saved-filter" action={remove} hidden={{ id: open.id }}>
          <Button look="link" pending="Removing…" describe={`“${open.name}”`}>
            Remove
          </Button>
        </ActionForm>
      </div>
    );
  }
  if (saved.length >= MOST_SAVED_FILTERS) {
    return (
      <p className="mb-5 text-s text-ink-soft">
        You have saved {MOST_SAVED_FILTERS} filters, which is as many as there can be. To save these, open one of the
        others and remove it.
      </p>
    );
  }
  return (
    <ActionForm
      id="save-filters"
      action={save}
      hidden={{ filters: here }}
      className="mb-5 grid items-end gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,22rem)_auto] sm:justify-start"
    >
      <Field
        small
        name="name"
        label="Name to save these filters under"
        hint={filters.q ? 'What you searched for is not saved with them.' : undefined}
        maxLength={FILTER_NAME_LENGTH}
        autoComplete="off"
      />
      <div>
        <Button look="outlined" pending="Saving…">
          Save filters
        </Button>
      </div>
    </ActionForm>
  );
}

type Props = { filters: QueueFilters; saved: Saved; save: FormAction; remove: FormAction };
