'use client';

import type { ReactNode } from 'react';
import { FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { CodeField } from '@/components/ui/code-field';
import type { FormAction } from '@/lib/core/form';

/** Where somebody waits for the mail with the way to a new password: its link, or its code for who reads it elsewhere. */
export function ResetCodeForm({ action, address, children }: Props) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.typedCode)}
      title="Check your email for the link"
      lead={
        <>
          If there is an account for <strong className="text-ink wrap-anywhere">{address}</strong>, we sent an email to
          it.
        </>
      }
      before={<p>Open the link in it, or type its code here.</p>}
      after={children}
    >
      <div className="grid gap-6 border-t-2 border-ink pt-6">
        <CodeField hint="It works for 10 minutes. The link works for 60 minutes." />
        <div>
          <Button pending="Checking…">Continue</Button>
        </div>
      </div>
    </FormPage>
  );
}

type Props = { action: FormAction; address: string; children: ReactNode };
