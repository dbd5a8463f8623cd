'use client';

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { useRef, useState, useSyncExternalStore } from 'react';
import { type ButtonLook, buttonClass } from '@/components/ui/button-class';

/**
 * Opens the browser's own passkey dialogue, puts its answer into the form around it and sends the form. Not there
 * without JavaScript, which passkeys need: the page says what else there is.
 */
export function PasskeyButton({ get, create, look = 'filled', label }: Props) {
  const answer = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const scripted = useSyncExternalStore(never, yes, no);
  const open = async () => {
    if (busy) return;
    setBusy(true);
    setSaid('');
    const told = await converse({ get, create });
    setBusy(false);
    if (!told.ok) return setSaid(told.said);
    if (!answer.current) return;
    answer.current.value = told.answer;
    answer.current.form?.requestSubmit();
  };
  return (
    <div className="grid justify-items-start gap-2">
      <input ref={answer} type="hidden" name="answer" />
      {scripted && (
        <button type="button" onClick={open} aria-disabled={busy} className={buttonClass({ look, waiting: busy })}>
          {busy ? 'Waiting for your passkey…' : label}
        </button>
      )}
      <p role="status" className="text-s font-semibold text-stop empty:hidden">
        {said}
      </p>
      <noscript>
        <p>Passkeys need JavaScript, which is switched off in this browser.</p>
      </noscript>
    </div>
  );
}

type Asked<Options> = (
  input: Record<string, never>,
) => Promise<{ data?: Options | null; serverError?: Said } | undefined>;
type Said = { message: string };
type Dialogue = {
  /** To use a passkey. */
  get?: Asked<PublicKeyCredentialRequestOptionsJSON>;
  /** To make one. */
  create?: Asked<PublicKeyCredentialCreationOptionsJSON>;
};
export type AskPasskey = NonNullable<Dialogue['get']>;
type Props = Dialogue & { look?: ButtonLook; label: string };

type Told = { ok: true; answer: string } | { ok: false; said: string };

async function converse({ get, create }: Dialogue): Promise<Told> {
  try {
    const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser');
    const asked = await (create ?? get)?.({});
    if (!asked?.data) return { ok: false, said: asked?.serverError?.message ?? gone };
    const answer =
      'rp' in asked.data
        ? await startRegistration({ optionsJSON: asked.data })
        : await startAuthentication({ optionsJSON: asked.data });
    return { ok: true, answer: JSON.stringify(answer) };
  } catch (error) {
    return { ok: false, said: sentences[nameOf(error)] ?? failed };
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

const gone = 'This page is out of date. Load it again.';
const failed = 'The passkey could not be used here. Nothing was changed. Try again, or use another way.';
const sentences: Record<string, string | undefined> = {
  NotAllowedError: 'The passkey was not used: the dialogue was closed or took too long. Nothing was changed.',
  AbortError: 'The passkey was not used: the dialogue was closed or took too long. Nothing was changed.',
  InvalidStateError: 'This device has a passkey for your account already.',
  NotSupportedError: 'This browser or device cannot make a passkey. Nothing was changed.',
};

const never = () => () => {};
const yes = () => true;
const no = () => false;
