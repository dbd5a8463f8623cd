import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/core/dates';
import type { Powers } from '@/lib/core/powers';

/** Warns an administrator who has no second factor yet, or says what rests until they have one. */
export function PowersNotice({ powers }: { powers: Powers | null }) {
  if (powers?.kind !== 'grace' && powers?.kind !== 'resting') return null;
  return (
    <Notice
      tone="amber"
      title={powers.kind === 'grace' ? 'Set up a second step for signing in' : 'Your admin powers are resting'}
    >
      <p>
        {powers.kind === 'grace'
          ? `Admins need an authenticator app or a passkey. Without one, you can no longer act as an admin from ${formatDate(powers.until)}.`
          : 'Admins need an authenticator app or a passkey, and you have neither. Set one up and you can act as an admin again.'}{' '}
        <Link href="/accounts/profile/security/" prefetch={false}>
          Set it up
        </Link>
      </p>
    </Notice>
  );
}
