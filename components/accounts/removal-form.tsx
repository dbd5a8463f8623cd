'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import type { FormAction } from '@/lib/core/form';

/** Help with a lost second factor: evidence first, then a day in which the person can stop it. */
export function RemovalForm({ action, id, name, values, banner }: Props) {
  return (
    <FormPage
      action={action}
      title={`Remove the second factors of ${name}`}
      hidden={{ id }}
      values={values}
      banner={banner}
      breadcrumb={[
        { href: '/admin/people/', text: 'People' },
        { href: `/admin/people/${id}/`, text: name },
      ]}
      before={
        <p>
          The authenticator app, the passkeys and the recovery codes are removed after 24 hours, and every device is
          signed out then. {name} gets an email now, with a link that stops it.
        </p>
      }
    >
      <TextArea
        name="evidence"
        label="How did you make sure who is asking?"
        hint="For example: called back on the number of the practice, confirmed by its manager. It is kept with the account."
        rows={4}
      />
      <FormActions>
        <Button look="danger" pending="Planning…">
          Plan the removal
        </Button>
        <Link href={`/admin/people/${id}/`} prefetch={false}>
          Leave it as it is
        </Link>
      </FormActions>
    </FormPage>
  );
}

type Props = {
  action: FormAction;
  id: string;
  name: string;
  values?: Record<string, string>;
  banner?: ReactNode;
};
