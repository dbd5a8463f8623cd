import Link from 'next/link';
import { Section } from '@/components/ui/section';
import { formatDate } from '@/lib/core/dates';
import type { OwnInvitation } from '@/lib/memberships/schema/invitation-views';
import { roleOffered } from '@/lib/memberships/words/invitations';

/** Invitations that wait for the reader's answer; nothing at all when there are none. */
export function InvitationsForYou({ invitations }: { invitations: readonly OwnInvitation[] }) {
  if (invitations.length === 0) return null;
  return (
    <Section id="invitations" title={invitations.length === 1 ? 'You are invited' : 'Your invitations'} tone="amber">
      <ul>
        {invitations.map(({ id, code, name, role, by, expires, flaw }) => (
          <li key={id} className="border-b border-line py-3 last:border-b-0">
            <Link href={`/accounts/profile/invitations/${code}/`} prefetch={false}>
              Join {name} ({code})
            </Link>
            <span className="block text-s text-ink-soft">
              {flaw
                ? 'This invitation cannot be accepted now. See why.'
                : `${by} invites you as ${roleOffered(role)}. You can accept until ${formatDate(expires)}.`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
