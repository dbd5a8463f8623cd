import { RegisterForm } from '@/components/accounts/register-form';
import { returnPath } from '@/lib/core/return-path';
import { findMailedInvitation } from '@/lib/memberships/queries/find-invitation';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { createAccount } from './actions';

export default async function Register({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  // Whoever comes from an invitation need not type the address it was sent to: it is the one that can accept.
  const invitation = await findMailedInvitation(await currentViewer(), await readCookie('mailed'));
  return (
    <RegisterForm
      action={createAccount}
      next={typeof next === 'string' ? returnPath(next) : null}
      email={invitation?.address ?? ''}
    />
  );
}
