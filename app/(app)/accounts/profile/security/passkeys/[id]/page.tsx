import { notFound } from 'next/navigation';
import { PasskeyPage } from '@/components/accounts/passkey-page';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findFactors, findPasskey } from '@/lib/accounts/queries/factors';
import { takeTyped } from '@/lib/web/resume';
import { requireFresh } from '@/lib/web/viewer';
import { remove, rename } from '../actions';

/** One passkey: its name, and the way to be rid of it. */
export default async function Passkey({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const here = `/accounts/profile/security/passkeys/${encodeURIComponent(id)}/`;
  const viewer = await requireFresh(here);
  const [passkey, { authenticator, passkeys }] = await Promise.all([findPasskey(viewer, id), findFactors(viewer)]);
  if (!passkey) notFound();
  const last = !authenticator && passkeys.length === 1;
  const typed = await takeTyped(viewer, here);
  return (
    <PasskeyPage
      passkey={passkey}
      typed={typed?.values}
      banner={<NoticeBanners notices={typed?.notices} />}
      last={last}
      rename={rename}
      remove={remove}
    />
  );
}
