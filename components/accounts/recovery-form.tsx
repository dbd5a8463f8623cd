'use client';

import Link from 'next/link';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { FormAction } from '@/lib/core/form';

/** One of the codes that were shown when the factor was set up. */
export function RecoveryForm({ action }: { action: FormAction }) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.typedRecoveryCode)}
      title="Use a recovery code"
      lead="One of the 10 codes you kept when you set up your app or passkey."
      forget={['recovery']}
      after={
        <>
          <p>
            We tell you by email when a code is used. Once you are signed in, set up your app or passkey again, or make
            new codes.
          </p>
          <p>No codes left? Ask the operator of this service for help. They check who you are first.</p>
        </>
      }
    >
      <Field
        name="recovery"
        label="Recovery code"
        hint="Like abcde-fgh23. Each works once."
        autoComplete="one-time-code"
        spellCheck={false}
        autoCapitalize="off"
      />
      <FormActions>
        <Button pending="Signing in…">Sign in</Button>
        <Link href="/accounts/login/code/" prefetch={false}>
          Go back
        </Link>
      </FormActions>
    </FormPage>
  );
}
