import Link from 'next/link';
import { ResetCodeForm } from '@/components/accounts/reset-code-form';
import { Page } from '@/components/layout/page';
import { isOutboxOpen } from '@/lib/accounts/queries/outbox';
import { site } from '@/lib/core/site';
import { askedAddress } from '@/lib/web/asked';
import { openWithCode } from './actions';

/** The same words whether there is an account or not. */
export default async function ResetSent() {
  const address = await askedAddress();
  if (address) {
    return (
      <ResetCodeForm action={openWithCode} address={address}>
        <NotArrived />
      </ResetCodeForm>
    );
  }
  return (
    <Page title="Check your email for the link" narrow>
      <div className="grid gap-4">
        <p>If there is an account for that address, we sent an email to it. Open the link in it within 60 minutes.</p>
        <NotArrived />
      </div>
    </Page>
  );
}

function NotArrived() {
  return (
    <>
      <p>
        The subject is “Choose a new password” and the sender is {site.name}. It can take a few minutes. Look in junk or
        quarantine too. Somebody who asks again too soon gets one email only: wait a minute or two.
      </p>
      {isOutboxOpen() && (
        <p>
          No mail server is set up: <Link href="/outbox/">open the local outbox</Link>.
        </p>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/accounts/password-reset/" prefetch={false}>
          Ask again or change the address
        </Link>
        <Link href="/accounts/login/" prefetch={false}>
          Sign in
        </Link>
      </p>
    </>
  );
}
