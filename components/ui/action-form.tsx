'use client';

import { type FormEvent, type ReactNode, startTransition, useActionState, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { type FormAction, type FormState, fieldsOf, untouched } from '@/lib/core/form';
import { documentTitle } from '@/lib/core/site';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';

/**
 * A form that sends to a server action. Without JavaScript it is a plain POST and the page comes back with the errors;
 * with it, the same schema answers before anything is sent, and the same summary is shown (S3).
 */
export function ActionForm({
  action,
  schema,
  values,
  hidden = {},
  forget = [],
  title,
  intro,
  id = '',
  ...rest
}: Props) {
  const box = useRef<HTMLFormElement>(null);
  const checking = useRef(false);
  const [answer, send, pending] = useActionState(action, untouched(values));
  // What the schema said before anything was sent; gone with the server's next answer.
  const [early, setEarly] = useState<FormState | null>(null);
  const form = useForm<Record<string, unknown>>({
    shouldFocusError: false,
    // The shape the server will see, rather than the one the library would make of ticks and radios.
    resolver: async (_typed, context, options) => {
      const check = await loadCheck(schema);
      return check && box.current
        ? check(fieldsOf(new FormData(box.current)), context, options)
        : { values: {}, errors: {} };
    },
  });
  const state = early ?? answer;
  const [seen, setSeen] = useState(answer);
  if (seen !== answer) {
    setSeen(answer);
    setEarly(null);
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending || checking.current) return;
    checking.current = true;
    const data = new FormData(event.currentTarget, submitter(event));
    const check = form.handleSubmit(
      () => {
        startTransition(() => send(data));
        for (const name of forget) form.resetField(name, { defaultValue: '' });
      },
      wrong => setEarly({ ...answer, status: 'refused', errors: sentences(wrong), message: null }),
    );
    void check(event).finally(() => {
      checking.current = false;
    });
  };

  return (
    <FormContext value={{ state, pending, prefix: id, register: form.register }}>
      {title && (
        <title>{`${state.status === 'refused' ? 'Error: ' : ''}${documentTitle(title, rest.workspace)}`}</title>
      )}
      <ErrorSummary state={state} prefix={id} />
      {intro}
      <form
        ref={box}
        action={send}
        onSubmit={submit}
        noValidate
        onFocus={() => void loadCheck(schema)}
        className={rest.className ?? 'grid gap-6'}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {rest.children}
      </form>
    </FormContext>
  );
}

type Props = {
  action: FormAction;
  /** Fetches the room's own schema. Only a client component can pass one. */
  schema?: () => Promise<Schema>;
  /** What is known before anybody typed. */
  values?: Record<string, string>;
  hidden?: Record<string, string>;
  /** Names emptied when the form was sent: the password of a sign-in. */
  forget?: readonly string[];
  /** The page's title, when this is the form of the page: it gains "Error: " when something is wrong. */
  title?: string;
  workspace?: string;
  /** Stands between summary and form: the heading of the page. */
  intro?: ReactNode;
  /** Needed when a page has more than one form. */
  id?: string;
  className?: string;
  children: ReactNode;
};

type Schema = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

/**
 * The check of a schema, fetched with zod when it is wanted: opening a page costs neither. Where it cannot be fetched
 * there is none, and the server, which checks everything again, has the only word.
 */
async function loadCheck(schema: Props['schema']) {
  if (!schema) return null;
  try {
    const [{ zodResolver }, shape] = await Promise.all([import('@hookform/resolvers/zod'), schema()]);
    return zodResolver(shape);
  } catch {
    return null;
  }
}

function submitter(event: FormEvent<HTMLFormElement>): HTMLElement | null {
  const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
  return pressed instanceof HTMLElement ? pressed : null;
}

function sentences(wrong: Record<string, { message?: unknown } | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wrong).flatMap(([name, error]) =>
      typeof error?.message === 'string' ? [[name, error.message]] : [],
    ),
  );
}
