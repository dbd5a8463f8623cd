import { redirect } from 'next/navigation';
import { encode } from 'uqr';
import { AuthenticatorForm } from '@/components/accounts/authenticator-form';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findEnrolment } from '@/lib/accounts/queries/factors';
import { inGroups } from '@/lib/accounts/rules/factors';
import { noticesFor } from '@/lib/web/resume';
import { requireFresh } from '@/lib/web/viewer';
import { confirm } from '../actions';

/** The secret as a picture and as text, until a code of it was typed. */
export default async function Authenticator() {
  const here = '/accounts/profile/security/authenticator/';
  const viewer = await requireFresh(here);
  const enrolment = await findEnrolment(viewer);
  if (!enrolment) redirect('/accounts/profile/security/');
  const { data } = encode(enrolment.address, { ecc: 'M', border: 4 });
  return (
    <AuthenticatorForm
      action={confirm}
      squares={data}
      secret={inGroups(enrolment.secret)}
      banner={<NoticeBanners notices={await noticesFor(viewer, here)} />}
    />
  );
}
