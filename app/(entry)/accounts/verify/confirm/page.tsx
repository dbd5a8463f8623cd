import { AddressConfirmed } from '@/components/accounts/address-confirmed';
import { LinkProblem } from '@/components/accounts/link-problem';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { findMailedLink, findRegistration } from '@/lib/accounts/queries/registration';
import { masked } from '@/lib/accounts/rules/masked';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { confirmAddress } from './actions';

/** Reading this page changes nothing, whoever reads it. The button acts. */
export default async function Confirm() {
  const viewer = await currentViewer();
  const [link, registration] = await Promise.all([
    findMailedLink(viewer, { token: await readCookie('mailed'), purpose: 'verify' }),
    findRegistration(viewer, await readCookie('pending')),
  ]);
  if (!link && registration?.confirmed) return <AddressConfirmed returnTo={registration.returnTo} />;
  if (link?.state === 'link-spent') {
    return <AddressConfirmed returnTo={link.returnTo} choosePassword={link.choosePassword} />;
  }
  if (link?.state !== 'ready') {
    const state = link?.state ?? 'link-unknown';
    return <LinkProblem state={state} newerSentAt={link?.newerSentAt ?? null} waiting={registration !== null} />;
  }
  return (
    <FormPage
      action={confirmAddress}
      title="Confirm your email address"
      before={
        <p>
          Is <strong className="wrap-anywhere">{masked(link.address)}</strong> your address, and did you create an
          account with it? Nothing has happened yet.
        </p>
      }
    >
      <FormActions>
        <Button pending="Confirming…">Confirm this address</Button>
      </FormActions>
    </FormPage>
  );
}
