'use client';

import type { ReactNode } from 'react';
import { FieldFrame } from './field-frame';
import { useField } from './form-context';

/** One of several, too many for radios. Choosing never sends the form by itself. */
export function Select({ name, label, hint, error, value, options, small, labelHidden }: Props) {
  const field = useField({ name, hint, error, value });
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} small={small} labelHidden={labelHidden}>
      {/* A new key, because React does not put a select back to its default after an action. */}
      <select key={field.value} {...field.control} id={field.id} defaultValue={field.value} className="control">
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  value?: string;
  options: readonly { value: string; label: string }[];
  small?: boolean;
  labelHidden?: boolean;
};
