import Link from 'next/link';
import type { ReactNode } from 'react';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/core/form';

/** Orders a copy of everything about the person. */
export function ExportForm({ action, banner }: { action: FormAction; banner?: ReactNode }) {
  return (
    <FormPage
      action={action}
      title="Export my data"
      banner={banner}
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
      lead="One ZIP file with everything this service holds about you."
      before={
        <>
          <p>In it, as JSON that people and programs can read:</p>
          <ul className="list-disc pl-5">
            <li>your account: name, address, when you signed in</li>
            <li>your organisations and requests, with what was decided and why</li>
            <li>your presets, your own and those you saved in workspaces</li>
            <li>the devices you are signed in on, your passkeys, and which emails we sent you</li>
            <li>what is recorded of what you did, and of what was done to your account</li>
          </ul>
          <p>It is usually ready within seconds. We send an email, and keep the file for 7 days behind your sign-in.</p>
        </>
      }
    >
      <FormActions>
        <Button pending="Making the file…">Make the file</Button>
        <Link href="/accounts/profile/" prefetch={false}>
          Your account
        </Link>
      </FormActions>
    </FormPage>
  );
}
