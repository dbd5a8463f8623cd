'use client';

import Link from 'next/link';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { PasswordField } from '@/components/ui/password-field';
import type { FormAction } from '@/lib/core/form';
import { NewAddressField } from './new-address-field';

/** Three fields, nothing else: organisation and role are asked later, once. */
export function RegisterForm({ action, next, email }: { action: FormAction; next: string | null; email: string }) {
  const onward = next ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.registration)}
      title="Create an account"
      hidden={next ? { next } : {}}
      before={next && <p>After that you go back to the page you came from.</p>}
    >
      <Field name="name" label="Full name" autoComplete="name" />
      <NewAddressField invited={email} />
      <PasswordField
        label="Create a password"
        hint="At least 15 characters. Three random words work well. Do not reuse your work password."
        autoComplete="new-password"
      />
      <p className="text-s text-ink-soft">
        The <Link href="/privacy-policy/">privacy policy</Link> says what we keep and why.
      </p>
      <FormActions>
        <Button pending="Creating account…">Create account</Button>
        <Link href={`/accounts/login/${onward}`} prefetch={false}>
          Sign in instead
        </Link>
      </FormActions>
    </FormPage>
  );
}
