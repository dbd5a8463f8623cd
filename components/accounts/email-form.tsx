'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { FormAction } from '@/lib/core/form';

/** Another address: asked of its owner first, so nothing changes yet. */
export function EmailForm({ action, email, values, banner }: Props) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema/leaving').then(room => room.newAddress)}
      title="Change your email address"
      banner={banner}
      values={values}
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
      before={
        <p>
          Your address is <strong className="wrap-anywhere">{email}</strong>. We send a link and a code to the new one;
          nothing changes until you confirm it. Then your other devices are signed out, and the old address gets a
          notice with which the change can be undone for 7 days.
        </p>
      }
    >
      <Field
        name="email"
        type="email"
        label="New email address"
        autoComplete="email"
        spellCheck={false}
        autoCapitalize="off"
      />
      <FormActions>
        <Button pending="Sending…">Send the email</Button>
        <Link href="/accounts/profile/" prefetch={false}>
          Keep it as it is
        </Link>
      </FormActions>
    </FormPage>
  );
}

type Props = { action: FormAction; email: string; values?: Record<string, string>; banner?: ReactNode };
