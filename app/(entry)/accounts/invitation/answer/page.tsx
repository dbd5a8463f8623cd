import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { InvitationFacts } from '@/components/memberships/invitation-facts';
import { MailedInvitationWays } from '@/components/memberships/mailed-invitation-ways';
import { EmptyState } from '@/components/ui/empty-state';
import { findMailedInvitation } from '@/lib/memberships/queries/find-invitation';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { declineMailed } from './actions';

/** What a mailed invitation says. Reading it changes nothing, whoever reads it; it is answered by whoever has the address. */
export default async function MailedInvitation({ searchParams }: { searchParams: Promise<{ declined?: string }> }) {
  const viewer = await currentViewer();
  const invitation = await findMailedInvitation(viewer, await readCookie('mailed'));
  if (!invitation) return <Over declined={Boolean((await searchParams).declined)} />;
  const { code, kind, name, ownerId } = invitation;
  const answer = `/accounts/profile/invitations/${code}/`;
  if (viewer.kind === 'person' && viewer.userId === ownerId) redirect(answer);
  return (
    <div data-ws={kind}>
      <Page title={`You are invited to ${name}`} lead="Nothing has been accepted yet." titled={ownerId !== null} narrow>
        <div className="grid gap-6">
          <InvitationFacts invitation={invitation} />
          <MailedInvitationWays
            invitation={invitation}
            signedInAs={viewer.kind === 'person' ? viewer.email : null}
            answer={answer}
            decline={declineMailed}
          />
        </div>
      </Page>
    </div>
  );
}

function Over({ declined }: { declined: boolean }) {
  return (
    <Page title={declined ? 'You have declined the invitation' : 'This invitation is over'} narrow>
      <EmptyState
        drawing="nothing-yet"
        title={declined ? 'Nothing stays of it' : 'The link no longer works'}
        action={<Link href="/accounts/profile/">Go to your account</Link>}
      >
        {declined
          ? 'Your address was deleted, and whoever invited you is told.'
          : 'It may have been answered, cancelled, or have run out after 14 days. If you were sent a second email, use the link in that one.'}
      </EmptyState>
    </Page>
  );
}
