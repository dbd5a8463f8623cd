'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PasswordField } from '@/components/ui/password-field';
import type { FormAction } from '@/lib/core/form';
import type { AskPasskey } from './passkey-button';
import { PasskeyForm } from './passkey-form';

/** Address and password. A wrong one keeps the address and empties the password. */
export function SignInForm({ action, passkey, next, email, signedInAs, banner }: Props) {
  const onward = next ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.signInDetails)}
      title="Sign in"
      values={{ email }}
      hidden={next ? { next } : {}}
      forget={['password']}
      banner={banner}
      after={<PasskeyForm {...passkey} label="Use a passkey" next={next} />}
      before={
        <>
          {next && <p>Sign in to go on to the page you asked for.</p>}
          {signedInAs && (
            <Notice tone="amber">
              <p>
                You are signed in as <strong className="wrap-anywhere">{signedInAs}</strong>. Signing in here ends that
                session on this device.
              </p>
            </Notice>
          )}
        </>
      }
    >
      <Field
        name="email"
        type="email"
        label="Email address"
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="off"
      />
      <PasswordField label="Password" autoComplete="current-password" />
      <Checkbox
        name="remember"
        label="Keep me signed in on this device"
        hint="For 30 days. Not on a shared computer."
      />
      <FormActions>
        <Button pending="Signing in…">Sign in</Button>
        <Link href="/accounts/password-reset/" prefetch={false}>
          Forgotten your password?
        </Link>
        <Link href={`/accounts/register/${onward}`} prefetch={false}>
          Create an account
        </Link>
      </FormActions>
    </FormPage>
  );
}

type Props = {
  action: FormAction;
  passkey: { ask: AskPasskey; action: FormAction };
  next: string | null;
  email: string;
  /** Somebody is signed in on this device already. */
  signedInAs: string | null;
  banner?: ReactNode;
};
