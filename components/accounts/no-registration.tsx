import Link from 'next/link';
import { Problem } from '@/components/layout/problem';
import { ButtonLink } from '@/components/ui/button-link';

/** This browser began no account, or its cookie is gone. */
export function NoRegistration() {
  return (
    <Problem
      title="No account is waiting here"
      action={
        <>
          <ButtonLink href="/accounts/login/">Sign in</ButtonLink>
          <Link href="/accounts/register/" prefetch={false}>
            Create an account
          </Link>
        </>
      }
    >
      <p>
        This browser does not remember a new account. If you created one, open the link in the email on any device, or
        sign in: with the right password you come back here.
      </p>
    </Problem>
  );
}
