import { NewPasskeyForm } from '@/components/accounts/new-passkey-form';
import { deviceWords } from '@/lib/accounts/rules/device';
import { currentClient } from '@/lib/web/client';
import { requireFresh } from '@/lib/web/viewer';
import { add, ask } from '../actions';

export default async function NewPasskey() {
  await requireFresh('/accounts/profile/security/passkeys/new/');
  return <NewPasskeyForm ask={ask} action={add} name={deviceWords((await currentClient()).userAgent)} />;
}
