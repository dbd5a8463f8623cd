import { LinkOver } from '@/components/accounts/link-over';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { findMailedLink } from '@/lib/accounts/queries/registration';
import { masked } from '@/lib/accounts/rules/masked';
import { formatDateTime } from '@/lib/core/dates';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { keepAccount } from './actions';

/** Reading this page changes nothing, whoever reads it. The button acts. */
export default async function Restore() {
  const link = await findMailedLink(await currentViewer(), {
    token: await readCookie('mailed'),
    purpose: 'undo-deletion',
  });
  if (link?.state === 'link-spent') return <Restored />;
  if (link?.state !== 'ready') {
    return (
      <LinkOver
        state={link?.state ?? 'link-unknown'}
        newerSentAt={null}
        lasted="as long as the account could be taken back; the account is erased"
        spent=""
        href="/accounts/login/"
        action="Sign in"
      />
    );
  }
  return (
    <FormPage
      action={keepAccount}
      title="Take your account back"
      before={
        <p>
          The account of <strong className="wrap-anywhere">{masked(link.address)}</strong> is closed and will be erased
          on {formatDateTime(link.expires)}. You can have it back as it was, except for requests that were waiting.
        </p>
      }
    >
      <FormActions>
        <Button pending="Opening it again…">Keep my account</Button>
      </FormActions>
    </FormPage>
  );
}

function Restored() {
  return (
    <Page title="You have your account back" narrow>
      <div className="grid justify-items-start gap-6">
        <p>Sign in as you did before. If it was not you who closed it, choose a new password first.</p>
        <ButtonLink href="/accounts/login/">Sign in</ButtonLink>
      </div>
    </Page>
  );
}
