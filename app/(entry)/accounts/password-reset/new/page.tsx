import { NewPasswordForm } from '@/components/accounts/new-password-form';
import { ResetLinkProblem } from '@/components/accounts/reset-link-problem';
import { findMailedLink } from '@/lib/accounts/queries/registration';
import { masked } from '@/lib/accounts/rules/masked';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { setPassword } from './actions';

/** Reading this page uses nothing up; sending its form does. */
export default async function NewPassword() {
  const link = await findMailedLink(await currentViewer(), { token: await readCookie('mailed'), purpose: 'reset' });
  if (link?.state !== 'ready') {
    return <ResetLinkProblem state={link?.state ?? 'link-unknown'} newerSentAt={link?.newerSentAt ?? null} />;
  }
  return <NewPasswordForm action={setPassword} address={masked(link.address)} />;
}
