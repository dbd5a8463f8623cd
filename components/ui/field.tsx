'use client';

import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldFrame } from './field-frame';
import { useField } from './form-context';

/** One line of text. */
export function Field({ name, label, hint, error, value, labelHidden, small, unit, inputClass = '', ...input }: Props) {
  const field = useField({ name, hint, error, value });
  const control = (
    <input
      type="text"
      {...input}
      {...field.control}
      id={field.id}
      defaultValue={field.value}
      className={`control ${unit ? 'pl-7' : ''} ${inputClass}`}
    />
  );
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} labelHidden={labelHidden} small={small}>
      {unit ? (
        <span className="relative block">
          <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-ink-soft">
            {unit}
          </span>
          {control}
        </span>
      ) : (
        control
      )}
    </FieldFrame>
  );
}

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'defaultValue' | 'id' | 'className' | 'name'> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Only outside an ActionForm, which knows its own errors and values. */
  error?: string;
  value?: string;
  labelHidden?: boolean;
  small?: boolean;
  /** Drawn inside the box, before what is typed: "£". */
  unit?: string;
  inputClass?: string;
};
