'use client';

import { useEffect, useRef } from 'react';
import type { FormState } from '@/lib/core/form';
import { fieldId } from './form-context';

/** What is wrong, first thing on the page, with a way to each field. Takes the focus each time there is news. */
export function ErrorSummary({ state, prefix }: { state: FormState; prefix?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === 'refused') box.current?.focus();
  }, [state]);

  if (state.status !== 'refused') return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={fieldId(prefix, 'error-summary')}
      className="mb-8 grid gap-2 rounded border-2 border-stop px-4 py-4 sm:px-6"
    >
      <h2 id={fieldId(prefix, 'error-summary')} className="text-l">
        {state.heading ?? 'There is a problem'}
      </h2>
      {state.message && <p>{state.message}</p>}
      <ul className="grid gap-1">
        {Object.entries(state.errors).map(([name, sentence]) => (
          <li key={name}>
            <a
              href={`#${fieldId(prefix, name)}`}
              className="font-semibold text-stop hover:text-stop-hover"
              onClick={event => {
                const field = document.getElementById(fieldId(prefix, name));
                if (!field) return;
                event.preventDefault();
                field.focus();
                field.scrollIntoView?.({ block: 'center' });
              }}
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
