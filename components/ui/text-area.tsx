'use client';

import type { ReactNode } from 'react';
import { FieldFrame } from './field-frame';
import { useField } from './form-context';

/** Several lines of text. */
export function TextArea({ name, label, hint, value, rows = 4 }: Props) {
  const field = useField({ name, hint, value });
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error}>
      <textarea {...field.control} id={field.id} rows={rows} defaultValue={field.value} className="control block" />
    </FieldFrame>
  );
}

type Props = { name: string; label: ReactNode; hint?: ReactNode; value?: string; rows?: number };
