import { SummaryList } from '@/components/ui/summary-list';
import { formatDate } from '@/lib/core/dates';
import type { OwnInvitation } from '@/lib/memberships/schema/invitation-views';
import { placeWords, roleOffered } from '@/lib/memberships/words/invitations';

/** Who invites, to what, as what and until when. */
export function InvitationFacts({ invitation }: { invitation: Omit<OwnInvitation, 'id'> }) {
  const { name, code, kind, role, by, at, expires, flaw } = invitation;
  return (
    <SummaryList
      items={[
        { label: placeWords[kind], value: `${name} (${code})` },
        {
          label: 'Invited by',
          value: flaw === 'inviter-gone' ? `${by}, who was an admin there` : `${by}, an admin there`,
        },
        { label: 'As', value: role === 'admin' ? 'Admin' : 'Member' },
        { label: 'Sent', value: formatDate(at) },
        { label: flaw ? 'Runs out' : 'You can accept until', value: formatDate(expires) },
      ]}
    />
  );
}

/** What accepting means, before it is done. */
export function WhatAcceptingMeans({
  invitation: { name, role },
}: {
  invitation: Pick<OwnInvitation, 'name' | 'role'>;
}) {
  return (
    <p className="text-s text-ink-soft">
      {`When you accept, you are ${roleOffered(role)} of ${name}. Its members see your name, and its admins your address too. `}
      {role === 'admin' && 'You decide who else joins. '}
      Nothing is switched for you, and you can leave at any time.
    </p>
  );
}
