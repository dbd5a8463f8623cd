'use client';

import Link from 'next/link';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { FormAction } from '@/lib/core/form';

/** Asks for the mail with which a new password can be chosen. */
export function ResetForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.oneAddress)}
      title="Forgotten your password"
      values={{ email }}
    >
      <Field
        name="email"
        type="email"
        label="Email address"
        hint="If there is an account for it, we send a link to choose a new password."
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="off"
      />
      <FormActions>
        <Button pending="Sending…">Send the link</Button>
        <Link href="/accounts/login/" prefetch={false}>
          Sign in instead
        </Link>
      </FormActions>
    </FormPage>
  );
}
