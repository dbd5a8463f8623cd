import { ConfirmPage } from '@/components/accounts/confirm-page';
import { findFactors } from '@/lib/accounts/queries/factors';
import { returnPath } from '@/lib/core/return-path';
import { requireViewer } from '@/lib/web/viewer';
import { askPasskey, confirmByCode, confirmByPasskey, confirmByPassword } from './actions';

type Asked = { next?: string | string[]; by?: string | string[] };

/** Asked before something that guards the account is changed. */
export default async function Confirm({ searchParams }: { searchParams: Promise<Asked> }) {
  const { next, by } = await searchParams;
  const onward = returnPath(typeof next === 'string' ? next : null);
  const viewer = await requireViewer(`/accounts/confirm/?next=${encodeURIComponent(onward)}`);
  const { authenticator, passkeys } = await findFactors(viewer);
  return (
    <ConfirmPage
      by={by === 'code' && authenticator ? 'code' : 'password'}
      next={onward}
      email={viewer.email}
      password={confirmByPassword}
      code={authenticator ? confirmByCode : null}
      passkey={passkeys.length > 0 ? { ask: askPasskey, action: confirmByPasskey } : null}
    />
  );
}
