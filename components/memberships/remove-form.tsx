'use client';

import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Radios } from '@/components/ui/radios';
import type { FormAction } from '@/lib/core/form';
import { removalWords } from '@/lib/memberships/words';

/** Taking somebody out: the reason is sent to them, word for word. */
export function RemoveForm({ action, id, code, list, name, lead, breadcrumb, cancel }: Props) {
  return (
    <FormPage
      action={action}
      schema={shape}
      title={`Remove ${name}`}
      lead={lead}
      breadcrumb={breadcrumb}
      hidden={{ id, code, list }}
    >
      <Radios
        name="reason"
        label="Reason"
        hint="The person reads it."
        options={Object.entries(removalWords).map(([value, label]) => ({ value, label }))}
      />
      <Field name="reasonOther" label="The reason in your words, for “Another reason”" autoComplete="off" />
      <FormActions>
        <Button look="danger" pending="Removing…">
          Remove {name}
        </Button>
        {cancel}
      </FormActions>
    </FormPage>
  );
}

// Fetched when the form is first used: the browser need not wait for it.
const shape = () => import('@/lib/memberships/schema/members').then(room => room.removal);

type Props = {
  action: FormAction;
  id: string;
  code: string;
  /** How the list was narrowed. */
  list: string;
  name: string;
  lead: ReactNode;
  breadcrumb: { href: string; text: string }[];
  cancel: ReactNode;
};
