'use client';

import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Field } from '@/components/ui/field';
import { PasswordField } from '@/components/ui/password-field';
import type { FormAction } from '@/lib/core/form';

/** The second page: typed to make sure, and the way back first. */
export function FarewellForm({ action, hidden, grace, hasPassword, values, banner }: Props) {
  return (
    <FormPage
      action={action}
      title="Delete your account: are you sure?"
      hidden={hidden}
      values={values}
      banner={banner}
      forget={['password']}
      breadcrumb={[
        { href: '/accounts/profile/', text: 'Your account' },
        { href: '/accounts/profile/delete/', text: 'Delete your account' },
      ]}
      before={
        <p>
          {grace > 0
            ? `Your account is closed at once and erased after ${grace} ${grace === 1 ? 'day' : 'days'}. Until then you can take it back, with a link we send you or by signing in.`
            : 'Your account is closed and erased at once. It cannot be taken back.'}
        </p>
      }
    >
      <Field
        name="email"
        type="email"
        label="Type your email address"
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="off"
      />
      {hasPassword && <PasswordField label="Your password" autoComplete="current-password" />}
      <FormActions>
        <ButtonLink href="/accounts/profile/" look="outlined">
          Keep my account
        </ButtonLink>
        <Button look="danger" pending="Deleting…">
          Delete account
        </Button>
      </FormActions>
    </FormPage>
  );
}

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  grace: number;
  hasPassword: boolean;
  values?: Record<string, string>;
  banner?: ReactNode;
};
