import { notFound } from 'next/navigation';
import { PasskeyPage } from '@/components/accounts/passkey-page';
import { findFactors, findPasskey } from '@/lib/accounts/queries/factors';
import { requireFresh } from '@/lib/web/viewer';
import { remove, rename } from '../actions';

/** One passkey: its name, and the way to be rid of it. */
export default async function Passkey({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireFresh(`/accounts/profile/security/passkeys/${encodeURIComponent(id)}/`);
  const [passkey, { authenticator, passkeys }] = await Promise.all([findPasskey(viewer, id), findFactors(viewer)]);
  if (!passkey) notFound();
  const last = !authenticator && passkeys.length === 1;
  return <PasskeyPage passkey={passkey} last={last} rename={rename} remove={remove} />;
}
