'use client';

import { useCombobox } from 'downshift';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { FieldFrame } from '@/components/ui/field-frame';
import type { OrganisationHit } from '@/lib/organisations/schema';
import { ResultDetails, ResultName } from './result-lines';
import { type ResultNote, StatusTag } from './search-results';
import { useSuggestions } from './use-suggestions';

/**
 * Finds a practice or PCN. Without JavaScript it is a search form with a page of results; with it, suggestions appear
 * below the field as one types. Nothing is chosen by leaving the field, and Enter without a suggestion searches.
 */
export function OrganisationSearch({ action, kind, label, hint, value = '', target, notes = {} }: Props) {
  const router = useRouter();
  const { found, look } = useSuggestions(kind);
  const hits = found?.results ?? [];
  const box = useCombobox<OrganisationHit>({
    id: 'organisation',
    inputId: 'q',
    items: hits,
    initialInputValue: value,
    itemToString: hit => hit?.name ?? '',
    isItemDisabled: hit => !hit.linkable || Boolean(notes[hit.code]?.chosen),
    onInputValueChange: ({ type, inputValue }) => {
      if (type === useCombobox.stateChangeTypes.InputChange) look(inputValue);
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) router.push(target.replace('{code}', selectedItem.code));
    },
    stateReducer: (state, { type, changes }) =>
      // Leaving the field chooses nothing; the list stays, because it stands in the page and hides nothing.
      type === useCombobox.stateChangeTypes.InputBlur ? { ...state, highlightedIndex: -1 } : changes,
  });
  const open = box.isOpen && found !== null;
  const onKeyDown = (event: KeyboardEvent) => {
    const ours = event.key === 'Home' || event.key === 'End' || (event.key === 'Enter' && box.highlightedIndex < 0);
    if (ours) Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
  };
  return (
    <search className="block max-w-2xl">
      <form action={action} method="get">
        <FieldFrame id="q" label={<span {...box.getLabelProps({ htmlFor: undefined })}>{label}</span>} hint={hint}>
          <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
            <input
              {...box.getInputProps({ onKeyDown })}
              type="search"
              name="q"
              autoComplete="off"
              spellCheck={false}
              aria-describedby="q-hint"
              className="control"
            />
            <Button>Search</Button>
          </div>
        </FieldFrame>
        <div className={open ? 'mt-2 rounded-box border border-field' : 'hidden'}>
          <ul {...box.getMenuProps({ 'aria-label': kind === 'pcn' ? 'PCNs' : 'Practices' })}>
            {open &&
              hits.map((item, index) => (
                <Option
                  key={item.code}
                  hit={item}
                  typed={found.text}
                  note={notes[item.code]}
                  highlighted={box.highlightedIndex === index}
                  props={box.getItemProps({ item, index })}
                />
              ))}
          </ul>
          {open && <Foot action={action} found={found} />}
        </div>
      </form>
    </search>
  );
}

type Props = {
  /** The page with all results: gets `q`. */
  action: string;
  kind: 'practice' | 'pcn';
  label: ReactNode;
  hint: ReactNode;
  value?: string;
  /** Where a chosen organisation leads, with {code} for its code. */
  target: string;
  notes?: Record<string, ResultNote>;
};

type OptionProps = {
  hit: OrganisationHit;
  typed: string;
  note?: ResultNote;
  highlighted: boolean;
  props: object;
};

function Option({ hit, typed, note, highlighted, props }: OptionProps) {
  return (
    <li
      {...props}
      data-ws={hit.kind}
      className={`flex min-h-14 items-start justify-between gap-4 border-b border-line px-3.5 py-2.5 ${
        highlighted ? 'bg-way-tint shadow-[inset_3px_0_0_var(--way)]' : ''
      } ${hit.linkable && !note?.chosen ? 'cursor-pointer' : 'text-ink-soft'}`}
    >
      <div className="min-w-0">
        <span className="block">
          <ResultName hit={hit} typed={typed} />
        </span>
        <ResultDetails hit={hit} />
        {note?.line && <span className="block text-s">{note.line}</span>}
      </div>
      <span className="flex-none text-s text-ink-soft">{note?.tag ?? <StatusTag hit={hit} />}</span>
    </li>
  );
}

function Foot({ action, found }: { action: string; found: { text: string; shown: number; total: number } }) {
  const all = `${action}?q=${encodeURIComponent(found.text)}`;
  return (
    <p className="flex max-w-none flex-wrap items-baseline justify-between gap-x-6 px-3.5 py-3 text-s text-ink-soft">
      <span>{found.total === 0 ? `Nothing matches “${found.text}”.` : `${found.shown} of ${found.total} results`}</span>
      {found.total > found.shown && (
        <Link href={all} prefetch={false}>
          See all {found.total} results
        </Link>
      )}
    </p>
  );
}
