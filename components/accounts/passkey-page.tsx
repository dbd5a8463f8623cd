'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import type { FormAction } from '@/lib/core/form';

/** Another name for a passkey, or its end. */
export function PasskeyPage({ passkey: { id, name }, last, rename, remove, typed, banner }: Props) {
  return (
    <FormPage
      action={rename}
      title="Your passkey"
      values={typed ?? { name }}
      banner={banner}
      hidden={{ id }}
      breadcrumb={[
        { href: '/accounts/profile/', text: 'Your account' },
        { href: '/accounts/profile/security/', text: 'Security' },
      ]}
      after={
        <Section id="remove" title="Remove it">
          <div className="grid gap-4">
            <p>
              It then no longer opens your account. Delete it on the device too, or the device goes on offering it.
              {last &&
                ' It is your only second step: afterwards your password alone opens your account, and your recovery codes are deleted.'}
            </p>
            <ActionForm id="remove-passkey" action={remove} hidden={{ id }}>
              <div>
                <Button look="danger" pending="Removing…" describe={name}>
                  Remove passkey
                </Button>
              </div>
            </ActionForm>
          </div>
        </Section>
      }
    >
      <Field name="name" label="Name" autoComplete="off" />
      <FormActions>
        <Button pending="Saving…">Save name</Button>
        <Link href="/accounts/profile/security/" prefetch={false}>
          Keep it as it is
        </Link>
      </FormActions>
    </FormPage>
  );
}

type Props = {
  passkey: { id: string; name: string };
  last: boolean;
  rename: FormAction;
  remove: FormAction;
  typed?: Record<string, string>;
  banner?: ReactNode;
};
