'use client';

import Link from 'next/link';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { FormAction } from '@/lib/core/form';

/** Another name, seen at once by the people who share an organisation with you. */
export function NameForm({ action, name }: { action: FormAction; name: string }) {
  return (
    <FormPage
      action={action}
      schema={() => import('@/lib/accounts/schema').then(room => room.oneName)}
      title="Change your name"
      values={{ name }}
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
    >
      <Field
        name="name"
        label="Full name"
        hint="Administrators and members of your organisations see it."
        autoComplete="name"
      />
      <FormActions>
        <Button pending="Saving…">Save name</Button>
        <Link href="/accounts/profile/" prefetch={false}>
          Keep it as it is
        </Link>
      </FormActions>
    </FormPage>
  );
}
