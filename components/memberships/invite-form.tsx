'use client';

import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/radios';
import { TextArea } from '@/components/ui/text-area';
import type { FormAction } from '@/lib/core/form';

/** Whom to invite, as the admin has the list. Nothing is sent before the next page has shown what would be. */
export function InviteForm({ action, code, name, values, breadcrumb, notice, cancel }: Props) {
  return (
    <FormPage
      action={action}
      schema={shape}
      title={`Invite people to ${name}`}
      lead="They get an email and join when they accept. Invite only people who work with you."
      breadcrumb={breadcrumb}
      before={notice}
      hidden={{ code }}
      values={values}
    >
      <TextArea
        name="addresses"
        label="Email addresses"
        hint="One on a line. A list pasted from your mail program works too."
        rows={8}
      />
      <Radios
        name="role"
        label="They join as"
        options={[
          { value: 'member', label: 'Member', hint: 'Uses the workspace and shares presets in it.' },
          {
            value: 'admin',
            label: 'Admin',
            hint: 'Also decides who joins and leaves, sees addresses, and can make others admins.',
          },
        ]}
      />
      <FormActions>
        <Button pending="Checking…">Check the list</Button>
        {cancel}
      </FormActions>
    </FormPage>
  );
}

// Fetched when the form is first used: the browser need not wait for it.
const shape = () => import('@/lib/memberships/schema/invitations').then(room => room.invitationList);

type Props = {
  action: FormAction;
  code: string;
  name: string;
  values: Record<string, string>;
  breadcrumb: { href: string; text: string }[];
  notice?: ReactNode;
  cancel: ReactNode;
};
