'use client';

import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import type { FormAction } from '@/lib/core/form';

/** One field: the new password of an account whose owner opened the mailed link. */
export function NewPasswordForm({ action, address }: { action: FormAction; address: string }) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.replacement)}
      title="Choose a new password"
      before={
        <p>
          For <strong className="wrap-anywhere">{address}</strong>. Afterwards you are signed out everywhere and sign in
          with the new password.
        </p>
      }
    >
      <PasswordField
        label="New password"
        hint="At least 15 characters. Three random words work well. Do not reuse your work password."
        autoComplete="new-password"
      />
      <FormActions>
        <Button pending="Saving…">Save password</Button>
      </FormActions>
    </FormPage>
  );
}
