'use client';

import Link from 'next/link';
import { FormActions } from '@/components/layout/form-page';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/core/form';
import { AuthoriserFields } from './authoriser-fields';

/** The platform team's decision on one request: who authorised it, then as what. Nothing is filled, so nothing is nudged. */
export function PlatformDecision({ action, id, name, ownerless, mayAsk, title, values }: Props) {
  return (
    <ActionForm action={action} schema={shape} values={values} hidden={{ id }} title={title} workspace="Platform team">
      <p className="text-s text-ink-soft">
        {ownerless
          ? 'The organisation has no admin yet, so somebody there stands for this decision: a partner first, then the Caldicott Guardian, then the ICB. It is kept with the decision.'
          : 'Its admins have not answered in time. For an admin, record who in the organisation authorised it.'}
      </p>
      <AuthoriserFields who="Who authorised it" />
      <FormActions>
        <Button name="role" value="admin" look="outlined" pending="Approving…" describe={name}>
          {ownerless ? 'Approve as first admin' : 'Approve as admin'}
        </Button>
        <Button name="role" value="member" look="outlined" pending="Approving…" describe={name}>
          Approve as member
        </Button>
        {mayAsk && (
          <Link href={`/admin/requests/${id}/ask/`} prefetch={false}>
            Ask<span className="sr-only"> {name}</span> for more…
          </Link>
        )}
        <Link href={`/admin/requests/${id}/reject/`} prefetch={false}>
          Reject<span className="sr-only"> {name}</span>…
        </Link>
      </FormActions>
      {ownerless && (
        <p className="text-s text-ink-soft">
          A first admin decides alone who joins, sees the addresses of those who ask, and can make others admins.
        </p>
      )}
    </ActionForm>
  );
}

// Fetched when the form is first used: the browser need not wait for it.
const shape = () => import('@/lib/memberships/schema/requests').then(room => room.platformApproval);

type Props = {
  action: FormAction;
  id: string;
  name: string;
  ownerless: boolean;
  mayAsk: boolean;
  title: string;
  /** What was typed before. */
  values?: Record<string, string>;
};
