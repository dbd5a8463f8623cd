'use client';

import type { ReactNode } from 'react';
import { FieldFrame } from './field-frame';
import { useField } from './form-context';

/** One of a few. The first one carries the field's id, so that the summary's link lands on it. */
export function Radios({ name, label, hint, error, value, options, labelHidden }: Props) {
  const field = useField({ name, hint, error, value });
  const { 'aria-describedby': described, 'aria-invalid': _, ...control } = field.control;
  return (
    <FieldFrame
      id={field.id}
      label={label}
      hint={hint}
      error={field.error}
      labelHidden={labelHidden}
      group={described ?? ' '}
    >
      {options.map((option, index) => {
        const id = index === 0 ? field.id : `${field.id}-${option.value}`;
        return (
          <div key={option.value} className="flex min-h-target items-start gap-3 py-2.5">
            <input
              {...control}
              id={id}
              type="radio"
              value={option.value}
              defaultChecked={field.value === option.value}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${id}-more` : undefined}
              className="choice"
            />
            <div className="min-w-0 flex-1">
              <label htmlFor={id} className={`block ${option.disabled ? 'text-ink-soft' : ''}`}>
                {option.label}
              </label>
              {option.hint && (
                <div id={`${id}-more`} className="text-s text-ink-soft">
                  {option.hint}
                </div>
              )}
            </div>
          </div>
        );
      })}
    </FieldFrame>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  value?: string;
  options: readonly Choice[];
  labelHidden?: boolean;
};
