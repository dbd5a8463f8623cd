import type { ReactNode } from 'react';
import { Button } from './button';
import { Field } from './field';

/** One question, one answer page: a plain GET, so the result has an address. */
export function SearchForm({ action, label, hint, name = 'q', value, button = 'Search', error }: Props) {
  return (
    <search className="block max-w-xl">
      <form action={action} method="get" className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Field
          name={name}
          label={label}
          hint={hint}
          value={value}
          error={error}
          type="search"
          autoComplete="off"
          spellCheck={false}
        />
        <Button>{button}</Button>
      </form>
    </search>
  );
}

type Props = {
  action: string;
  label: ReactNode;
  hint?: ReactNode;
  name?: string;
  value?: string;
  button?: string;
  error?: string;
};
