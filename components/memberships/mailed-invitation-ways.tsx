import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import type { FormAction } from '@/lib/core/form';
import type { MailedInvitation } from '@/lib/memberships/schema/invitation-views';

/** How whoever has the mail can answer: with their account, with a new one, or by declining. */
export function MailedInvitationWays({
  invitation: { name, address, ownerId, flaw },
  signedInAs,
  answer,
  decline,
}: Props) {
  const onward = `?next=${encodeURIComponent(answer)}`;
  const here = <strong className="wrap-anywhere">{address}</strong>;
  return (
    <>
      {flaw && (
        <Notice tone="amber" title="This invitation cannot be accepted now">
          {flaw === 'organisation-closed'
            ? `The register says that ${name} is closed.`
            : 'Whoever invited you is no longer an admin there. Ask a colleague to invite you again, or ask to join from your account.'}
        </Notice>
      )}
      {signedInAs && (
        <Notice tone="amber" title="You are signed in with another address">
          <p>
            You are signed in as <span className="wrap-anywhere">{signedInAs}</span>, and the invitation was sent to{' '}
            {here}.{' '}
            {ownerId
              ? 'Sign out, then sign in with that address.'
              : 'Make it the address of your account, or sign out and create an account with it.'}
          </p>
          {!ownerId && (
            <p>
              <Link href="/accounts/profile/email/" prefetch={false}>
                Change the address of your account
              </Link>
            </p>
          )}
        </Notice>
      )}
      {!signedInAs && !flaw && (
        <div className="grid justify-items-start gap-4">
          <p>
            {ownerId ? (
              <>Sign in with {here} to accept or decline.</>
            ) : (
              <>To accept, create an account with {here} and confirm that it is yours. Then you come back here.</>
            )}
          </p>
          {ownerId ? (
            <ButtonLink href={`/accounts/login/${onward}`}>Sign in to answer</ButtonLink>
          ) : (
            <>
              <ButtonLink href={`/accounts/register/${onward}`}>Create an account</ButtonLink>
              <p className="text-s text-ink-soft">
                You have an account with another address? Sign in there and make {address} its address.{' '}
                <Link href={`/accounts/login/?next=${encodeURIComponent('/accounts/profile/email/')}`} prefetch={false}>
                  Sign in
                </Link>
              </p>
            </>
          )}
        </div>
      )}
      {!ownerId && (
        <ActionForm id="decline" action={decline} title={`You are invited to ${name}`}>
          <div>
            <Button look="link" pending="Declining…">
              Decline the invitation
            </Button>
            <p className="text-s text-ink-soft">Your address is deleted. Whoever invited you is told.</p>
          </div>
        </ActionForm>
      )}
    </>
  );
}

type Props = {
  invitation: MailedInvitation;
  signedInAs: string | null;
  /** Where the invitation is answered, signed in. */
  answer: string;
  decline: FormAction;
};
