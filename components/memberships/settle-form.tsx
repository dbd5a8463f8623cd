'use client';

import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/radios';
import type { FormAction } from '@/lib/core/form';
import { AuthoriserFields } from './authoriser-fields';

/** What the platform team found out about a last admin, and on whose word. */
export function SettleForm({ action, id, name, lead, cancel }: Props) {
  return (
    <FormPage
      action={action}
      schema={shape}
      title={`Does ${name} still work there?`}
      lead={lead}
      workspace="Platform team"
      breadcrumb={[{ href: '/admin/checks/', text: 'Unanswered checks' }]}
      hidden={{ id }}
    >
      <Radios
        name="outcome"
        label="What you found out"
        options={[
          { value: 'stays', label: 'They still work there', hint: 'They stay the admin and are confirmed for a year.' },
          {
            value: 'gone',
            label: 'They no longer work there',
            hint: 'Their link ends now, and they are told. Requests then wait for the platform team.',
          },
        ]}
      />
      <AuthoriserFields who="Who told you" />
      <FormActions>
        <Button pending="Saving…">Save what you found out</Button>
        {cancel}
      </FormActions>
    </FormPage>
  );
}

// Fetched when the form is first used: the browser need not wait for it.
const shape = () => import('@/lib/memberships/schema/members').then(room => room.checkSettling);

type Props = { action: FormAction; id: string; name: string; lead: string; cancel: ReactNode };
