import { redirect } from 'next/navigation';
import { RemoveForm } from '@/components/accounts/remove-form';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findFactors } from '@/lib/accounts/queries/factors';
import { noticesFor } from '@/lib/web/resume';
import { requireFresh } from '@/lib/web/viewer';
import { remove } from '../../actions';

export default async function RemoveAuthenticator() {
  const here = '/accounts/profile/security/authenticator/remove/';
  const viewer = await requireFresh(here);
  const { authenticator, passkeys } = await findFactors(viewer);
  if (!authenticator) redirect('/accounts/profile/security/');
  return (
    <RemoveForm
      banner={<NoticeBanners notices={await noticesFor(viewer, here)} />}
      action={remove}
      title="Remove the authenticator app"
      button="Remove authenticator app"
    >
      <p>Its codes no longer work, and you can delete the entry in your app.</p>
      {passkeys.length > 0 ? (
        <p>Your passkeys go on guarding your account.</p>
      ) : (
        <p>
          It is your only second step: afterwards your password alone opens your account, and your recovery codes are
          deleted. If you are an administrator, you may lose what only administrators can do until you set one up again.
        </p>
      )}
    </RemoveForm>
  );
}
