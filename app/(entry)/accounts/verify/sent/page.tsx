import Link from 'next/link';
import { redirect } from 'next/navigation';
import { CodeForm } from '@/components/accounts/code-form';
import { DidYouMean } from '@/components/accounts/did-you-mean';
import { NoRegistration } from '@/components/accounts/no-registration';
import { NotArrived } from '@/components/accounts/not-arrived';
import { Banner } from '@/components/ui/banner';
import { isOutboxOpen } from '@/lib/accounts/queries/outbox';
import { findRegistration } from '@/lib/accounts/queries/registration';
import { suggestAddress } from '@/lib/accounts/rules/address-typo';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { confirmWithCode, sendAnother, useAddress } from './actions';

export default async function Sent({ searchParams }: { searchParams: Promise<{ again?: string }> }) {
  const viewer = await currentViewer();
  const registration = await findRegistration(viewer, await readCookie('pending'));
  if (!registration) return <NoRegistration />;
  if (registration.confirmed) redirect('/accounts/verify/confirm/');
  const { address, nextMail } = registration;
  const meant = suggestAddress(address);
  return (
    <CodeForm
      action={confirmWithCode}
      address={address}
      banner={(await searchParams).again && <Banner>We sent a new email to {address}. Use that one.</Banner>}
      before={meant && <DidYouMean action={useAddress} typed={address} meant={meant} />}
    >
      <NotArrived
        action={sendAnother}
        nextMail={nextMail}
        now={viewer.now}
        outbox={isOutboxOpen()}
        here="/accounts/verify/sent/"
      >
        <Link href="/accounts/verify/address/" prefetch={false}>
          Change the address
        </Link>
        <Link href="/accounts/verify/withdraw/" prefetch={false}>
          Delete this registration
        </Link>
      </NotArrived>
    </CodeForm>
  );
}
