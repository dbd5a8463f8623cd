'use client';

import type { ReactNode } from 'react';
import { FieldFrame } from './field-frame';
import { useField } from './form-context';

/** The six digits of a mail or an authenticator: one box that can be pasted into, spaces and all (3.3.8). */
export function CodeField({ name = 'code', label = '6-digit code', hint }: Props) {
  const field = useField({ name, hint });
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error}>
      <input
        {...field.control}
        id={field.id}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        className="control min-h-14 max-w-48 text-[1.75rem] font-semibold tracking-[0.18em] tabular-nums"
      />
    </FieldFrame>
  );
}

type Props = { name?: string; label?: ReactNode; hint?: ReactNode };
