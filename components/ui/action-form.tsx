'use client';

import { type FormEvent, type ReactNode, startTransition, useActionState, useRef, useState } from 'react';
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
  const checking = useRef(false);
  const [answer, send, pending] = useActionState(action, untouched(values));
  // What the schema said before anything was sent; gone with the server's next answer.
  const [early, setEarly] = useState<FormState | null>(null);
  const state = early ?? answer;
  const [seen, setSeen] = useState(answer);
  if (seen !== answer) {
    setSeen(answer);
    setEarly(null);
  }

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending || checking.current) return;
    checking.current = true;
    const form = event.currentTarget;
    const data = new FormData(form, submitter(event));
    // A check that fails itself must neither block the form nor have the last word: the server checks everything again.
    const faults = await faultsOf(schema, data).catch(() => ({}));
    checking.current = false;
    if (Object.keys(faults).length > 0) {
      setEarly({ ...answer, status: 'refused', errors: faults, message: null });
      return;
    }
    startTransition(() => send(data));
    for (const name of forget) empty(form.elements.namedItem(name));
  };

  return (
    <FormContext value={{ state, pending, prefix: id }}>
      {title && (
        <title>{`${state.status === 'refused' ? 'Error: ' : ''}${documentTitle(title, rest.workspace)}`}</title>
      )}
      <ErrorSummary state={state} prefix={id} />
      {intro}
      <form
        action={send}
        onSubmit={submit}
        noValidate
        onFocus={() => void load(schema)}
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
 * A schema and what asks it, fetched when the form is first used: opening a page costs neither. Where they cannot be
 * fetched there is no check, and the server, which checks everything again, has the only word.
 */
async function load(schema: Props['schema']) {
  if (!schema) return null;
  return Promise.all([import('./form-check'), schema()]).catch(() => null);
}

async function faultsOf(schema: Props['schema'], data: FormData): Promise<Record<string, string>> {
  const loaded = await load(schema);
  if (!loaded) return {};
  const [{ findFaults }, shape] = loaded;
  return findFaults(shape, fieldsOf(data));
}

function submitter(event: FormEvent<HTMLFormElement>): HTMLElement | null {
  const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
  return pressed instanceof HTMLElement ? pressed : null;
}

function empty(field: Element | RadioNodeList | null): void {
  if (field instanceof HTMLInputElement) field.value = '';
}
