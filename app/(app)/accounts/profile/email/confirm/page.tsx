import { LinkOver } from '@/components/accounts/link-over';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { findMailedLink } from '@/lib/accounts/queries/registration';
import { masked } from '@/lib/accounts/rules/masked';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { takeAddress } from './actions';

/** Reading this page changes nothing, whoever reads it. The button acts. */
export default async function ConfirmNewAddress() {
  const viewer = await currentViewer();
  const link = await findMailedLink(viewer, { token: await readCookie('mailed'), purpose: 'change-address' });
  if (link?.state === 'link-spent') return <Changed signedIn={viewer.kind === 'person'} />;
  if (link?.state !== 'ready') {
    return (
      <LinkOver
        state={link?.state ?? 'link-unknown'}
        newerSentAt={link?.newerSentAt ?? null}
        lasted="24 hours"
        spent=""
        href="/accounts/profile/email/"
        action="Change your email address"
      />
    );
  }
  return (
    <FormPage
      action={takeAddress}
      title="Confirm your new address"
      before={
        <p>
          Is <strong className="wrap-anywhere">{masked(link.address)}</strong> your address, and do you want to use it
          for your account? Nothing has changed yet. Other devices are signed out when you confirm.
        </p>
      }
    >
      <FormActions>
        <Button pending="Confirming…">Confirm this address</Button>
      </FormActions>
    </FormPage>
  );
}

function Changed({ signedIn }: { signedIn: boolean }) {
  return (
    <Page title="Your address is changed" narrow>
      <div className="grid justify-items-start gap-6">
        <p>
          You sign in with the new address from now on. The old address got a notice with which the change can be undone
          for 7 days.
        </p>
        <ButtonLink href={signedIn ? '/accounts/profile/' : '/accounts/login/'}>
          {signedIn ? 'Your account' : 'Sign in'}
        </ButtonLink>
      </div>
    </Page>
  );
}
