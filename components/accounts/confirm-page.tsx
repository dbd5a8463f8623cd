'use client';

import Link from 'next/link';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { CodeField } from '@/components/ui/code-field';
import { PasswordField } from '@/components/ui/password-field';
import type { FormAction } from '@/lib/core/form';
import type { AskPasskey } from './passkey-button';
import { PasskeyForm } from './passkey-form';

/** Asks once more who is there, by one way; the others are a link or a button away. */
export function ConfirmPage({ by, next, email, password, code, passkey }: Props) {
  const address = `/accounts/confirm/?next=${encodeURIComponent(next)}`;
  const byCode = by === 'code' && code !== null;
  const action = byCode ? code : password;
  return (
    <FormPage
      key={by}
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => (byCode ? room.factorCode : room.onePassword))}
      title="Confirm it is you"
      lead="What comes next guards your account, so we ask again."
      hidden={{ next }}
      forget={['password', 'code']}
      before={
        <p>
          You are signed in as <strong className="wrap-anywhere">{email}</strong>.
        </p>
      }
      after={
        <>
          {passkey && <PasskeyForm {...passkey} next={next} label="Use a passkey instead" />}
          {byCode && (
            <p>
              <Link href={address} prefetch={false}>
                Use your password instead
              </Link>
            </p>
          )}
          {code && !byCode && (
            <p>
              <Link href={`${address}&by=code`} prefetch={false}>
                Use a code of your authenticator app instead
              </Link>
            </p>
          )}
        </>
      }
    >
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      {byCode ? (
        <CodeField hint="From your authenticator app. Each code works once." />
      ) : (
        <PasswordField label="Password" autoComplete="current-password" />
      )}
      <FormActions>
        <Button pending="Checking…">Confirm</Button>
        <Link href="/accounts/profile/" prefetch={false}>
          Go back to your account
        </Link>
      </FormActions>
    </FormPage>
  );
}

type Props = {
  by: 'password' | 'code';
  next: string;
  email: string;
  password: FormAction;
  code: FormAction | null;
  passkey: { ask: AskPasskey; action: FormAction } | null;
};
