import { NameForm } from '@/components/accounts/name-form';
import { requireViewer } from '@/lib/web/viewer';
import { changeName } from './actions';

export default async function Name() {
  const { name } = await requireViewer('/accounts/profile/name/');
  return <NameForm action={changeName} name={name} />;
}
