import { ResetForm } from '@/components/accounts/reset-form';
import { findRegistration } from '@/lib/accounts/queries/registration';
import { askedAddress } from '@/lib/web/asked';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { askForReset } from './actions';

export default async function PasswordReset() {
  const viewer = await currentViewer();
  const registration = await findRegistration(viewer, await readCookie('pending'));
  const known = viewer.kind === 'person' ? viewer.email : ((await askedAddress()) ?? registration?.address ?? '');
  return <ResetForm action={askForReset} email={known} />;
}
