import { LinkOver } from '@/components/accounts/link-over';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Button } from '@/components/ui/button';
import { findMailedLink } from '@/lib/accounts/queries/registration';
import { masked } from '@/lib/accounts/rules/masked';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { putBack } from './actions';

/** Reading this page changes nothing, whoever reads it. The button acts. */
export default async function UndoAddress() {
  const link = await findMailedLink(await currentViewer(), {
    token: await readCookie('mailed'),
    purpose: 'undo-address',
  });
  if (link?.state !== 'ready') {
    return (
      <LinkOver
        state={link?.state ?? 'link-unknown'}
        newerSentAt={null}
        lasted="7 days"
        spent="The address was put back. If you have not chosen a new password yet, we can send you a link for it."
        href={link?.state === 'link-spent' ? '/accounts/password-reset/' : '/help/'}
        action={link?.state === 'link-spent' ? 'Choose a new password' : 'Help'}
      />
    );
  }
  return (
    <FormPage
      action={putBack}
      title="Put your address back"
      before={
        <>
          <p>
            The address of your account becomes <strong className="wrap-anywhere">{masked(link.address)}</strong> again.
            Nothing has happened yet.
          </p>
          <p>
            Every device is signed out, the old password no longer counts, and you choose a new one on the next page.
          </p>
        </>
      }
    >
      <FormActions>
        <Button pending="Putting it back…">Put this address back</Button>
      </FormActions>
    </FormPage>
  );
}
