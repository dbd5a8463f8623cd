'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { CodeField } from '@/components/ui/code-field';
import type { FormAction } from '@/lib/core/form';

/** A new address that waits for its mail to be answered: the code, and the way to let it be. */
export function WaitingAddress({ actions, address, email, banner, children }: Props) {
  return (
    <FormPage
      action={actions.confirm}
      schema={() => import('@/lib/accounts/schema').then(room => room.typedCode)}
      title="Confirm your new address"
      banner={banner}
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
      lead={
        <>
          We sent an email to <strong className="text-ink wrap-anywhere">{address}</strong>
        </>
      }
      before={
        <p>
          Open the link in it, or type its code here. Until then your address stays{' '}
          <span className="wrap-anywhere">{email}</span>.
        </p>
      }
      after={
        <>
          <p>
            The email can take a few minutes. Look in junk or quarantine too. If it says that there is an account with
            this address already, sign in to that account instead.
          </p>
          {children}
          <ActionForm id="cancel" action={actions.cancel}>
            <FormActions>
              <Button look="outlined" pending="Cancelling…">
                Cancel the change
              </Button>
              <Link href="/accounts/profile/" prefetch={false}>
                Your account
              </Link>
            </FormActions>
          </ActionForm>
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

type Props = {
  actions: { confirm: FormAction; cancel: FormAction };
  address: string;
  email: string;
  banner?: ReactNode;
  children?: ReactNode;
};
