'use client';

import Link from 'next/link';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import type { FormAction } from '@/lib/core/form';

/** Another password, by whoever knows the current one. */
export function PasswordForm({ action }: { action: FormAction }) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.passwordChange)}
      title="Change your password"
      forget={['current', 'password']}
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
    >
      <PasswordField name="current" label="Current password" autoComplete="current-password" />
      <PasswordField
        label="New password"
        hint="At least 15 characters. Three random words work well. Other devices are signed out."
        autoComplete="new-password"
      />
      <FormActions>
        <Button pending="Saving…">Save password</Button>
        <Link href="/accounts/profile/" prefetch={false}>
          Keep it as it is
        </Link>
      </FormActions>
    </FormPage>
  );
}
