import { Button } from '@/components/ui/button';
import { Beneath, RowActions, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDate } from '@/lib/core/dates';
import type { WaitingInvitation } from '@/lib/memberships/schema/invitation-views';

/** Invitations that wait for an answer. Whether an address has an account is not told. */
export function InvitationsTable({ code, invitations, manage }: Props) {
  return (
    <Table
      caption="Invitations that wait"
      columns={[
        { label: 'Address' },
        { label: 'As' },
        { label: 'Sent' },
        { label: 'Runs out' },
        { label: 'Actions', actions: true },
      ]}
      rows={invitations.map(invitation => ({
        id: invitation.id,
        cells: [
          <Address key="address" invitation={invitation} />,
          invitation.role === 'admin' ? 'Admin' : 'Member',
          <span key="sent" className="whitespace-nowrap">
            {formatDate(invitation.at)}
          </span>,
          <span key="until" className="whitespace-nowrap">
            {formatDate(invitation.expires)}
          </span>,
          <RowActions key="actions">
            {invitation.vouched && !invitation.sentAgain && (
              <Act code={code} invitation={invitation} verb="again" words="Send again" manage={manage} />
            )}
            <Act code={code} invitation={invitation} verb="cancel" words="Cancel" manage={manage} />
          </RowActions>,
        ],
      }))}
    />
  );
}

type Manage = (data: FormData) => Promise<void>;
type Props = {
  code: string;
  invitations: readonly WaitingInvitation[];
  /** Fields `id`, `code` and the pressed button's `verb`. */
  manage: Manage;
};

function Address({ invitation: { address, by, vouched, sentAgain } }: { invitation: WaitingInvitation }) {
  return (
    <>
      <span className="wrap-anywhere">{address}</span>
      <Beneath>
        Invited by {by}
        {sentAgain && ', sent twice'}
      </Beneath>
      {!vouched && (
        <Beneath>
          <Tag look="off">Cannot be accepted</Tag> {by} is no longer an admin. Invite the address again in your name.
        </Beneath>
      )}
    </>
  );
}

type ActProps = {
  code: string;
  invitation: WaitingInvitation;
  verb: 'again' | 'cancel';
  words: string;
  manage: Manage;
};

function Act({ code, invitation: { id, address }, verb, words, manage }: ActProps) {
  return (
    <form action={manage}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="code" value={code} />
      <Button
        look="link"
        name="verb"
        value={verb}
        pending={verb === 'again' ? 'Sending…' : 'Cancelling…'}
        describe={`the invitation to ${address}`}
      >
        {words}
      </Button>
    </form>
  );
}
