import { LinkOver } from '@/components/accounts/link-over';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { findMailedLink } from '@/lib/accounts/queries/registration';
import { masked } from '@/lib/accounts/rules/masked';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { stop } from './actions';

/** Reading this page changes nothing, whoever reads it. The button acts. */
export default async function StopRemoval() {
  const link = await findMailedLink(await currentViewer(), {
    token: await readCookie('mailed'),
    purpose: 'stop-factor-removal',
  });
  if (link?.state === 'link-spent') return <Stopped />;
  if (link?.state !== 'ready') {
    return (
      <LinkOver
        state={link?.state ?? 'link-unknown'}
        newerSentAt={link?.newerSentAt ?? null}
        lasted="24 hours"
        spent=""
        href="/accounts/login/"
        action="Sign in"
      />
    );
  }
  return (
    <FormPage
      action={stop}
      title="Keep your second factor"
      before={
        <p>
          The platform team was asked to remove the second factors of the account of{' '}
          <strong className="wrap-anywhere">{masked(link.address)}</strong>. If it was not you who asked, stop it.
        </p>
      }
    >
      <FormActions>
        <Button pending="Stopping…">Stop the removal</Button>
      </FormActions>
    </FormPage>
  );
}

function Stopped() {
  return (
    <Page title="The removal is stopped" narrow>
      <div className="grid justify-items-start gap-6">
        <p>
          Your second factors stay as they are. Tell the people who run this service that somebody asked in your name.
        </p>
        <ButtonLink href="/accounts/login/">Sign in</ButtonLink>
      </div>
    </Page>
  );
}
