'use client';

import { ActionForm } from '@/components/ui/action-form';
import type { ButtonLook } from '@/components/ui/button-class';
import type { FormAction } from '@/lib/core/form';
import { type AskPasskey, PasskeyButton } from './passkey-button';

/** One button: a passkey in place of something typed. */
export function PasskeyForm({ ask, action, label, look = 'outlined', next }: Props) {
  return (
    <ActionForm id="passkey" action={action} hidden={next ? { next } : {}}>
      <PasskeyButton get={ask} look={look} label={label} />
    </ActionForm>
  );
}

type Props = { ask: AskPasskey; action: FormAction; label: string; look?: ButtonLook; next?: string | null };
