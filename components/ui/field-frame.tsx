import type { ReactNode } from 'react';

/** Label, hint, error, control: always in this order, one under the other (S3). */
export function FieldFrame({ id, label, hint, error, labelHidden, small, group, children }: Props) {
  const words = small ? 'text-s font-semibold' : 'font-semibold';
  const frame = `grid min-w-0 content-start gap-1 ${error ? 'border-l-4 border-stop pl-4' : ''}`;
  const rest = (
    <>
      {hint && (
        <p id={`${id}-hint`} className="max-w-lead text-s text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-s font-semibold text-stop">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
    </>
  );
  if (group) {
    return (
      // The bar stands on a box around the fieldset, because a legend would push it down.
      <div className={frame}>
        <fieldset className="min-w-0" aria-describedby={group}>
          <legend className={`${labelHidden ? 'sr-only' : ''} ${words} mb-1`}>{label}</legend>
          {rest}
          {children}
        </fieldset>
      </div>
    );
  }
  return (
    <div className={frame}>
      <label htmlFor={id} className={`${labelHidden ? 'sr-only' : ''} ${words}`}>
        {label}
      </label>
      {rest}
      <div className="mt-1">{children}</div>
    </div>
  );
}

type Props = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  labelHidden?: boolean;
  small?: boolean;
  /** The ids that describe it, when it is a group of choices; a space when there are none. */
  group?: string;
  children: ReactNode;
};
