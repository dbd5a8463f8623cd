'use client';

import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import type { RequestFormProps } from './request-form';

/** Asking the person something before deciding. */
export function QuestionForm({ id, name, cancel, hidden, ...frame }: RequestFormProps) {
  return (
    <FormPage {...frame} schema={shape} title={`Ask ${name} for more`} hidden={{ id, ...hidden }}>
      <TextArea
        name="question"
        label="What do you want to know?"
        hint="The person gets it by email and answers on the page of their request. They do not read who asks."
        rows={4}
      />
      <p className="text-s text-ink-soft">The request waits for their answer: until then it does not become late.</p>
      <FormActions>
        <Button pending="Sending…">Send the question</Button>
        {cancel}
      </FormActions>
    </FormPage>
  );
}

// Fetched when the form is first used: the browser need not wait for it.
const shape = () => import('@/lib/memberships/schema/requests').then(room => room.question);
