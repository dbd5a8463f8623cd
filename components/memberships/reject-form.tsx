'use client';

import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Radios } from '@/components/ui/radios';
import { reasonWords } from '@/lib/memberships/words';
import type { RequestFormProps } from './request-form';

/** Turning one request down: the reason is sent to the person, word for word. */
export function RejectForm({ id, name, cancel, hidden, ...frame }: RequestFormProps) {
  return (
    <FormPage {...frame} schema={shape} title={`Reject ${name}`} hidden={{ id, ...hidden }}>
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
