'use client';

import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Radios } from '@/components/ui/radios';
import { TextArea } from '@/components/ui/text-area';
import type { FormAction } from '@/lib/core/form';
import { claimWords } from '@/lib/memberships/words';

/** The last step before asking: what the reader does there, and anything the decider should know. */
export function JoinForm({ action, code, title, breadcrumb, before, evidence, cancel }: Props) {
  return (
    <FormPage action={action} schema={shape} title={title} breadcrumb={breadcrumb} before={before} hidden={{ code }}>
      <Radios
        name="claim"
        label="What do you do there?"
        options={Object.entries(claimWords).map(([value, label]) => ({ value, label }))}
      />
      <Field
        name="claimOther"
        label="In a few words, for “Something else”"
        hint="For example, locum."
        autoComplete="organization-title"
      />
      <TextArea
        name="message"
        label="Message to whoever decides (optional)"
        hint="Anything that shows you work there, such as who you work with. Nothing about patients."
        rows={4}
      />
      <p className="text-s text-ink-soft">{evidence}</p>
      <FormActions>
        <Button pending="Sending…">Request access</Button>
        {cancel}
      </FormActions>
    </FormPage>
  );
}

// Fetched when the form is first used: the browser need not wait for it.
const shape = () => import('@/lib/memberships/schema/requests').then(room => room.joinRequest);

type Props = {
  action: FormAction;
  code: string;
  title: string;
  breadcrumb: { href: string; text: string }[];
  before: ReactNode;
  evidence: string;
  cancel: ReactNode;
};
