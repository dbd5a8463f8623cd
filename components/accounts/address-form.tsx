'use client';

import Link from 'next/link';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { FormAction } from '@/lib/core/form';

/** Corrects the address of an account that nobody has confirmed yet. */
export function AddressForm({ action, address }: { action: FormAction; address: string }) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.oneAddress)}
      title="Change the address"
      values={{ email: address }}
      breadcrumb={[{ href: '/accounts/verify/sent/', text: 'Check your email' }]}
    >
      <Field
        name="email"
        type="email"
        label="Work email address"
        hint="We send a new email there. The link and the code sent before stop working."
        autoComplete="email"
        spellCheck={false}
        autoCapitalize="off"
      />
      <FormActions>
        <Button pending="Sending…">Send the email</Button>
        <Link href="/accounts/verify/sent/" prefetch={false}>
          Keep the address
        </Link>
      </FormActions>
    </FormPage>
  );
}
