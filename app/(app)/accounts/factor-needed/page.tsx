import Link from 'next/link';
import { Problem } from '@/components/layout/problem';
import { ButtonLink } from '@/components/ui/button-link';
import { returnPath } from '@/lib/core/return-path';
import { findEarliestRest } from '@/lib/memberships/queries/find-powers';
import { requireViewer } from '@/lib/web/viewer';

type Props = { searchParams: Promise<{ next?: string | string[] }> };

/** Where administrators come who lack a second factor: why, and the way to one. */
export default async function FactorNeeded({ searchParams }: Props) {
  const { next } = await searchParams;
  const onward = returnPath(typeof next === 'string' ? next : null);
  const viewer = await requireViewer(`/accounts/factor-needed/?next=${encodeURIComponent(onward)}`);
  const rest = await findEarliestRest(viewer);
  if (rest?.kind !== 'resting') return <Done onward={onward} />;
  return (
    <Problem
      title="Set up a second step first"
      action={
        <>
          <ButtonLink href="/accounts/profile/security/">Go to your security page</ButtonLink>
          <Link href="/accounts/profile/" prefetch={false}>
            Your account
          </Link>
        </>
      }
    >
      <p>
        Admins decide who may see an organisation’s work, so their accounts need more than a password: an authenticator
        app or a passkey. Your time to set one up has passed.
      </p>
      <p>
        You are still an admin, and nothing was changed or lost. As soon as you have set one up, you can go on. It takes
        about 2 minutes.
      </p>
    </Problem>
  );
}

function Done({ onward }: { onward: string }) {
  return (
    <Problem title="You can go on" action={<ButtonLink href={onward}>Go on</ButtonLink>}>
      <p>Nothing is missing: your account has what administrators need.</p>
    </Problem>
  );
}
