'use client';

import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/core/form';
import { AuthoriserFields } from './authoriser-fields';

/** Making a member the first admin: what it means, and who in the organisation stands for it. */
export function FirstAdminForm({ id, name, cancel, ...page }: Props) {
  return (
    <FormPage
      {...page}
      schema={shape}
      title={`Make ${name} the first admin`}
      workspace="Platform team"
      hidden={{ id }}
      before={
        <p className="text-s text-ink-soft">
          A first admin decides alone who joins, sees the addresses of those who ask, and can make others admins. They
          are told by email.
        </p>
      }
    >
      <AuthoriserFields who="Who authorised it" />
      <FormActions>
        <Button pending="Saving…">Make {name} the first admin</Button>
        {cancel}
      </FormActions>
    </FormPage>
  );
}

// Fetched when the form is first used: the browser need not wait for it.
const shape = () => import('@/lib/memberships/schema/ownerless').then(room => room.firstAdmin);

type Props = {
  action: FormAction;
  id: string;
  name: string;
  lead: ReactNode;
  banner: ReactNode;
  /** Typed before, when whoever it is had to confirm that first. */
  values?: Record<string, string>;
  breadcrumb: { href: string; text: string }[];
  cancel: ReactNode;
};
