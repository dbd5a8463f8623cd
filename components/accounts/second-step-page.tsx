'use client';

import Link from 'next/link';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { CodeField } from '@/components/ui/code-field';
import type { FormAction } from '@/lib/core/form';
import type { AskPasskey } from './passkey-button';
import { PasskeyForm } from './passkey-form';

/** After the password: the code of the app, the passkey, or a recovery code. */
export function SecondStepPage({ code, passkey }: Props) {
  if (!code) {
    return (
      <div className="mx-auto w-full max-w-form sm:pt-4">
        <Page title="Use your passkey" lead="Your password is right. One more step and you are signed in.">
          <div className="grid gap-6">
            {passkey && <PasskeyForm {...passkey} look="filled" label="Continue with your passkey" />}
            <Otherwise what="your passkey" />
          </div>
        </Page>
      </div>
    );
  }
  return (
    <FormPage
      action={code}
      schema={() => import('@/lib/accounts/schema').then(room => room.typedCode)}
      title="Enter your code"
      lead="Your password is right. One more step and you are signed in."
      forget={['code']}
      after={
        <>
          {passkey && <PasskeyForm {...passkey} label="Use a passkey instead" />}
          <Otherwise what="your app" />
        </>
      }
    >
      <CodeField hint="From your authenticator app. Each code works once." />
      <FormActions>
        <Button pending="Signing in…">Sign in</Button>
      </FormActions>
    </FormPage>
  );
}

function Otherwise({ what }: { what: string }) {
  return (
    <p>
      Cannot use {what}?{' '}
      <Link href="/accounts/login/recovery/" prefetch={false}>
        Use a recovery code
      </Link>
    </p>
  );
}

type Props = { code: FormAction | null; passkey: { ask: AskPasskey; action: FormAction } | null };
