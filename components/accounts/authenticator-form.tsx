'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { CodeField } from '@/components/ui/code-field';
import { CopyButton } from '@/components/ui/copy-button';
import type { FormAction } from '@/lib/core/form';
import { QrCode } from './qr-code';

/** Scan or type the secret, then prove with a code that the app has it. */
export function AuthenticatorForm({ action, squares, secret, banner }: Props) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.typedCode)}
      title="Set up an authenticator app"
      banner={banner}
      breadcrumb={[
        { href: '/accounts/profile/', text: 'Your account' },
        { href: '/accounts/profile/security/', text: 'Security' },
      ]}
      before={
        <ol className="grid list-decimal gap-5 pl-6">
          <li>
            Open your authenticator app and add an account by scanning this picture.
            <div className="mt-3">
              <QrCode squares={squares} label="QR code for your authenticator app" />
            </div>
          </li>
          <li>
            If you cannot scan it, type this key into the app. It is a time-based key of 6 digits.
            <p className="mt-2 flex flex-wrap items-center gap-3">
              <code className="font-mono font-semibold wrap-anywhere">{secret}</code>
              <CopyButton text={secret.replaceAll(' ', '')} done="Key copied">
                Copy key
              </CopyButton>
            </p>
          </li>
          <li>Type the code that the app shows now.</li>
        </ol>
      }
    >
      <CodeField hint="It changes every 30 seconds." />
      <FormActions>
        <Button pending="Checking…">Turn on</Button>
        <Link href="/accounts/profile/security/" prefetch={false}>
          Not now
        </Link>
      </FormActions>
    </FormPage>
  );
}

type Props = { action: FormAction; squares: boolean[][]; secret: string; banner?: ReactNode };
