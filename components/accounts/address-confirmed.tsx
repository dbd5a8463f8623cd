import Link from 'next/link';
import { Page } from '@/components/layout/page';
import { ButtonLink } from '@/components/ui/button-link';

/** The same calm page for whoever pressed the button, and for whoever opens the link again. Nobody is signed in by it. */
export function AddressConfirmed({ returnTo, choosePassword }: { returnTo: string | null; choosePassword?: boolean }) {
  const onward = returnTo ? `?next=${encodeURIComponent(returnTo)}` : '';
  return (
    <Page title="Your address is confirmed" narrow>
      {choosePassword ? (
        <div className="grid justify-items-start gap-6">
          <p>
            More than one person tried to create an account with this address, so no password counts yet. Choose yours:
            we send a link to this address.
          </p>
          <ButtonLink href="/accounts/password-reset/">Choose a password</ButtonLink>
        </div>
      ) : (
        <div className="grid justify-items-start gap-6">
          <p>
            {returnTo
              ? 'Sign in with the password you chose, and you go on to the page you came from.'
              : 'Sign in with the password you chose.'}
          </p>
          <ButtonLink href={`/accounts/login/${onward}`}>Sign in</ButtonLink>
          <Link href="/accounts/password-reset/" prefetch={false}>
            Forgotten your password?
          </Link>
        </div>
      )}
    </Page>
  );
}
