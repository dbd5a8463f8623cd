'use client';

import type { ReactNode } from 'react';
import { FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { CodeField } from '@/components/ui/code-field';
import type { FormAction } from '@/lib/core/form';
import { site } from '@/lib/core/site';

/** Where a new account waits for its mail: the link is in it, and so is a code for people who read mail elsewhere. */
export function CodeForm({ action, address, banner, before, children }: Props) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.typedCode)}
      title="Check your email"
      banner={banner}
      lead={
        <>
          We sent an email to <strong className="text-ink wrap-anywhere">{address}</strong>
        </>
      }
      before={
        <>
          {before}
          <p>Open the link in it, or type its code here.</p>
        </>
      }
      after={
        <>
          <p>
            The subject begins “Confirm your email address” or “You already have an account”, and the sender is{' '}
            {site.name}. It can take a few minutes. Look in junk or quarantine too.
          </p>
          {children}
        </>
      }
    >
      <div className="grid gap-6 border-t-2 border-ink pt-6">
        <CodeField hint="It works for 10 minutes. The link works for 24 hours." />
        <div>
          <Button pending="Confirming…">Confirm</Button>
        </div>
      </div>
    </FormPage>
  );
}

type Props = { action: FormAction; address: string; banner?: ReactNode; before?: ReactNode; children: ReactNode };
