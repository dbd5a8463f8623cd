import { RegisterForm } from '@/components/accounts/register-form';
import { returnPath } from '@/lib/core/return-path';
import { createAccount } from './actions';

export default async function Register({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  return <RegisterForm action={createAccount} next={typeof next === 'string' ? returnPath(next) : null} />;
}
