'use client';

import { createContext, use } from 'react';
import type { FormState } from '@/lib/core/form';

export type FormView = {
  state: FormState;
  pending: boolean;
  /** Put before the id of each field, when a page has more than one form. */
  prefix: string;
};

export const FormContext = createContext<FormView | null>(null);

/** Everything a field needs to know about itself; works outside an ActionForm too, as in a search form (GET). */
export function useField({ name, hint, error, value }: Asked) {
  const form = use(FormContext);
  const id = fieldId(form?.prefix, name);
  const wrong = form?.state.errors[name] ?? error;
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    error: wrong,
    value: form?.state.values[name] ?? value,
    control: {
      name,
      'aria-invalid': wrong ? (true as const) : undefined,
      'aria-describedby': described || undefined,
    },
  };
}

/** Where the summary's link to a field leads. */
export const fieldId = (prefix: string | undefined, name: string) => (prefix ? `${prefix}-${name}` : name);

type Asked = { name: string; hint?: unknown; error?: string; value?: string };
