import Link from 'next/link';
import { Page } from '@/components/layout/page';
import { ButtonLink } from '@/components/ui/button-link';
import { graceDays } from '@/lib/accounts/queries/grace-days';

/** After the account was closed: says the same to everybody, and nothing about anybody. */
export default function Deleted() {
  const days = graceDays();
  return (
    <Page title="Your account is closed" narrow>
      <div className="grid justify-items-start gap-6">
        <p>You are signed out everywhere. We have sent an email about it.</p>
        {days > 0 && (
          <p>
            You can take the account back for {days} {days === 1 ? 'day' : 'days'}: with the link in the email, or by{' '}
            <Link href="/accounts/login/" prefetch={false}>
              signing in
            </Link>
            . Then it is erased.
          </p>
        )}
        <p>Every tool works without an account.</p>
        <ButtonLink href="/tools/">Open the tools</ButtonLink>
      </div>
    </Page>
  );
}
