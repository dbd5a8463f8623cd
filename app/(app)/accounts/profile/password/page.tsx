import { PasswordForm } from '@/components/accounts/password-form';
import { requireViewer } from '@/lib/web/viewer';
import { changePassword } from './actions';

export default async function Password() {
  await requireViewer('/accounts/profile/password/');
  return <PasswordForm action={changePassword} />;
}
