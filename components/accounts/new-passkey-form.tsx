'use client';

import Link from 'next/link';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Field } from '@/components/ui/field';
import type { FormAction } from '@/lib/core/form';
import { PasskeyButton } from './passkey-button';

/** Names a passkey and lets the browser make it. */
export function NewPasskeyForm({ ask, action, name }: Props) {
  return (
    <FormPage
      action={action}
      title="Add a passkey"
      values={{ name }}
      breadcrumb={[
        { href: '/accounts/profile/', text: 'Your account' },
        { href: '/accounts/profile/security/', text: 'Security' },
      ]}
      before={
        <>
          <p>
            Your browser asks where to keep it: on this device, on your phone, or on a security key. Then it asks for
            your fingerprint, face or PIN, which never leave the device.
          </p>
          <p>Do not keep a passkey on a computer that others use with the same login.</p>
          <noscript>
            <p>
              Passkeys need JavaScript, which is switched off in this browser. An authenticator app works without it:{' '}
              <a href="/accounts/profile/security/#authenticator">set one up instead</a>.
            </p>
          </noscript>
        </>
      }
    >
      <Field
        name="name"
        label="Name of the passkey"
        hint="So that you know it again on your list."
        autoComplete="off"
      />
      <FormActions>
        <PasskeyButton create={ask} label="Make the passkey" />
        <Link href="/accounts/profile/security/" prefetch={false}>
          Not now
        </Link>
      </FormActions>
    </FormPage>
  );
}

type Props = { ask: Parameters<typeof PasskeyButton>[0]['create']; action: FormAction; name: string };
