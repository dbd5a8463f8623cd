import Link from 'next/link';
import { NoRegistration } from '@/components/accounts/no-registration';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { findRegistration } from '@/lib/accounts/queries/registration';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { withdraw } from './actions';

export default async function Withdraw() {
  const registration = await findRegistration(await currentViewer(), await readCookie('pending'));
  if (!registration || registration.confirmed) return <NoRegistration />;
  return (
    <FormPage
      action={withdraw}
      title="Delete this registration"
      breadcrumb={[{ href: '/accounts/verify/sent/', text: 'Check your email' }]}
      before={
        <p>
          The account for <strong className="wrap-anywhere">{registration.address}</strong> and what was sent for it are
          removed at once. You can create it again at any time.
        </p>
      }
    >
      <FormActions>
        <Button look="danger" pending="Deleting…">
          Delete registration
        </Button>
        <Link href="/accounts/verify/sent/" prefetch={false}>
          Keep it
        </Link>
      </FormActions>
    </FormPage>
  );
}
