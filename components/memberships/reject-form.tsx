'use client';

import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Radios } from '@/components/ui/radios';
import type { FormAction } from '@/lib/core/form';
import { reasonWords } from '@/lib/memberships/words';

/** Turning one request down: the reason is sent to the person, word for word. */
export function RejectForm({ action, id, name, lead, breadcrumb, before, cancel, hidden }: Props) {
  return (
    <FormPage
      action={action}
      schema={shape}
      title={`Reject ${name}`}
      lead={lead}
      breadcrumb={breadcrumb}
      before={before}
      hidden={{ id, ...hidden }}
    >
      <Radios
        name="reason"
        label="Reason"
        hint="The person reads it."
        options={Object.entries(reasonWords).map(([value, label]) => ({ value, label }))}
      />
      <Field name="reasonOther" label="The reason in your words, for “Another reason”" autoComplete="off" />
      <FormActions>
        <Button look="danger" pending="Rejecting…">
          Reject this request
        </Button>
        {cancel}
      </FormActions>
    </FormPage>
  );
}

// Fetched when the form is first used: the browser need not wait for it.
const shape = () => import('@/lib/memberships/schema/requests').then(room => room.rejection);

type Props = {
  action: FormAction;
  id: string;
  name: string;
  lead: ReactNode;
  breadcrumb: { href: string; text: string }[];
  before?: ReactNode;
  cancel: ReactNode;
  hidden?: Record<string, string>;
};
