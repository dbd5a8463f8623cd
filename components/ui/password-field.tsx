'use client';

import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { buttonClass } from './button-class';
import { FieldFrame } from './field-frame';
import { useField } from './form-context';

/** A password. Never filled in again by the page; can be shown, once there is JavaScript to do it. */
export function PasswordField({ name = 'password', label, hint, autoComplete }: Props) {
  const field = useField({ name, hint });
  const [shown, setShown] = useState(false);
  const scripted = useSyncExternalStore(never, yes, no);
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error}>
      <div className="flex gap-2">
        <input
          {...field.control}
          id={field.id}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          className="control min-w-0 flex-1"
        />
        {scripted && (
          <button
            type="button"
            className={buttonClass({ look: 'outlined' })}
            aria-controls={field.id}
            aria-label={shown ? 'Hide password' : 'Show password'}
            onClick={() => setShown(!shown)}
          >
            {shown ? 'Hide' : 'Show'}
          </button>
        )}
      </div>
      <p role="status" className="sr-only">
        {shown ? 'Your password is visible' : ''}
      </p>
    </FieldFrame>
  );
}

type Props = {
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  autoComplete: 'current-password' | 'new-password';
};

const never = () => () => {};
const yes = () => true;
const no = () => false;
