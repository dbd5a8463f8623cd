import Link from 'next/link';
import { Page } from '@/components/layout/page';
import { InvitationFacts, WhatAcceptingMeans } from '@/components/memberships/invitation-facts';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { say } from '@/lib/core/words';
import { findOwnInvitation } from '@/lib/memberships/queries/find-invitation';
import type { OwnInvitation } from '@/lib/memberships/schema/invitation-views';
import { answerRefusals } from '@/lib/memberships/words/invitations';
import { requireViewer } from '@/lib/web/viewer';
import { accept, decline } from './actions';

/** One's own invitation to an organisation, to be answered. It says the same to everybody who has none. */
export default async function Invitation({ params }: { params: Promise<{ code: string }> }) {
  const code = (await params).code.toUpperCase();
  const viewer = await requireViewer(`/accounts/profile/invitations/${code}/`);
  const invitation = await findOwnInvitation(viewer, code);
  const breadcrumb = [{ href: '/accounts/profile/', text: 'Your account' }];
  if (!invitation) {
    return (
      <Page title="There is no invitation here for you" breadcrumb={breadcrumb} narrow>
        <EmptyState
          drawing="nothing-yet"
          title="It may have been answered, cancelled, or have run out after 14 days"
          action={<Link href="/accounts/profile/">See your organisations</Link>}
        >
          An invitation also belongs to the address it was sent to. Your account has the address{' '}
          <span className="wrap-anywhere">{viewer.email}</span>.
        </EmptyState>
      </Page>
    );
  }
  const { id, name, kind, flaw } = invitation;
  return (
    <div data-ws={kind}>
      <Page
        title={`Join ${name}`}
        lead="You are invited. Nothing has been accepted yet."
        breadcrumb={breadcrumb}
        titled={flaw !== null}
        narrow
      >
        <div className="grid gap-6">
          {flaw && <CannotAccept invitation={invitation} flaw={flaw} />}
          <InvitationFacts invitation={invitation} />
          {flaw === null && (
            <ActionForm id="accept" action={accept} hidden={{ id }} title={`Join ${name}`}>
              <WhatAcceptingMeans invitation={invitation} />
              <div>
                <Button pending="Accepting…">Accept and join</Button>
              </div>
            </ActionForm>
          )}
          <ActionForm id="decline" action={decline} hidden={{ id }}>
            <div>
              <Button look="link" pending="Declining…">
                Decline the invitation
              </Button>
            </div>
          </ActionForm>
        </div>
      </Page>
    </div>
  );
}

function CannotAccept({
  invitation: { code, kind },
  flaw,
}: {
  invitation: OwnInvitation;
  flaw: NonNullable<OwnInvitation['flaw']>;
}) {
  return (
    <Notice tone="amber" title="This invitation cannot be accepted now">
      <p>{say(answerRefusals, { ok: false, refusal: flaw, facts: {} })}</p>
      {flaw !== 'organisation-closed' && (
        <p>
          Decline it first, then{' '}
          <Link href={`/accounts/profile/link-${kind}/${code}/`} prefetch={false}>
            ask to join
          </Link>
          .
        </p>
      )}
    </Notice>
  );
}
