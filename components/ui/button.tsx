'use client';

import type { ReactNode } from 'react';
import { use } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClass } from './button-class';
import { FormContext } from './form-context';

/** Sends the form it stands in. While that is under way it says so and a second press does nothing (S4). */
export function Button({ children, pending: pendingWords, look = 'filled', size, wide, describe, ...rest }: Props) {
  const form = use(FormContext);
  const own = useFormStatus();
  const pending = own.pending || (form?.pending ?? false);
  return (
    <button
      type="submit"
      {...rest}
      className={buttonClass({ look, size, wide, waiting: pending })}
      aria-disabled={pending || undefined}
      onClick={event => pending && event.preventDefault()}
    >
      {pending && pendingWords ? pendingWords : children}
      {describe && <span className="sr-only"> {describe}</span>}
    </button>
  );
}

type Props = {
  children: ReactNode;
  /** What it says while the form is under way, such as "Saving…". */
  pending?: string;
  look?: ButtonLook;
  size?: 'small';
  wide?: boolean;
  /** Heard, not seen, after the label: which row it belongs to. */
  describe?: string;
  name?: string;
  value?: string;
  formAction?: (data: FormData) => void | Promise<void>;
  form?: string;
};
