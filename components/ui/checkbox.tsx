'use client';

import type { ReactNode } from 'react';
import { useField } from './form-context';

/** A single yes or no. Sends "on" when it is ticked, nothing when it is not. */
export function Checkbox({ name, label, hint, value = 'on', checked }: Props) {
  const field = useField({ name, hint });
  return (
    <div className={field.error ? 'border-l-4 border-stop pl-4' : ''}>
      {field.error && (
        <p id={`${field.id}-error`} className="text-s font-semibold text-stop">
          <span className="sr-only">Error: </span>
          {field.error}
        </p>
      )}
      <div className="flex min-h-target items-start gap-3 py-2.5">
        <input
          {...field.control}
          id={field.id}
          type="checkbox"
          value={value}
          defaultChecked={field.value === undefined ? checked : field.value === value}
          className="choice"
        />
        <div>
          <label htmlFor={field.id} className="block">
            {label}
          </label>
          {hint && (
            <p id={`${field.id}-hint`} className="text-s text-ink-soft">
              {hint}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

type Props = { name: string; label: ReactNode; hint?: ReactNode; value?: string; checked?: boolean };
