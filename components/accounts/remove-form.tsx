import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/core/form';

/** Asks once more before something that guards the account goes. */
export function RemoveForm({ action, title, button, banner, children }: Props) {
  return (
    <FormPage
      action={action}
      title={title}
      banner={banner}
      breadcrumb={[
        { href: '/accounts/profile/', text: 'Your account' },
        { href: '/accounts/profile/security/', text: 'Security' },
      ]}
      before={children}
    >
      <FormActions>
        <Button look="danger" pending="Removing…">
          {button}
        </Button>
        <Link href="/accounts/profile/security/" prefetch={false}>
          Keep it
        </Link>
      </FormActions>
    </FormPage>
  );
}

type Props = { action: FormAction; title: string; button: string; banner?: ReactNode; children: ReactNode };
