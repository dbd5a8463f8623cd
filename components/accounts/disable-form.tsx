'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/radios';
import type { FormAction } from '@/lib/core/form';

/** Keeps somebody out, with the reason that they read. */
export function DisableForm({ action, id, name, reasons, values, banner }: Props) {
  return (
    <FormPage
      action={action}
      title={`Disable the account of ${name}`}
      hidden={{ id }}
      values={values}
      banner={banner}
      breadcrumb={[
        { href: '/admin/people/', text: 'People' },
        { href: `/admin/people/${id}/`, text: name },
      ]}
      before={
        <p>
          {name} is signed out everywhere and cannot sign in until the account is enabled again. Nothing is deleted. We
          send an email with the reason.
        </p>
      }
    >
      <Radios
        name="reason"
        label="Why?"
        options={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
      />
      <FormActions>
        <Button look="danger" pending="Disabling…">
          Disable account
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
  reasons: Record<string, string>;
  values?: Record<string, string>;
  banner?: ReactNode;
};
