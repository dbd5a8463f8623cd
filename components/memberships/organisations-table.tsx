import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Beneath, RowActions, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDate } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';
import type { OwnMembership } from '@/lib/memberships/schema/views';
import { standingWords } from '@/lib/memberships/words';

/** The reader's organisations: where they stand with each, since when, and what they can do about it. */
export function OrganisationsTable({ memberships, now, current, actions }: Props) {
  if (memberships.length === 0) {
    return (
      <EmptyState
        title="You are not linked to an organisation"
        action={
          <>
            <Link href="/accounts/profile/link-practice/">Link a practice</Link>
            <Link href="/accounts/profile/link-pcn/">Link a PCN</Link>
          </>
        }
      >
        Linking your practice fills it in for you in every tool, and lets you share settings with your colleagues.
      </EmptyState>
    );
  }
  return (
    <Table
      caption="Your organisations"
      columns={[{ label: 'Organisation' }, { label: 'State' }, { label: 'Since' }, { label: 'Actions' }]}
      rows={memberships.map(membership => ({
        id: membership.id,
        place: membership.kind,
        marked: membership.id === current,
        cells: [
          <Name key="name" membership={membership} current={membership.id === current} />,
          <Tag key="state" look={standingWords[membership.standing].look}>
            {standingWords[membership.standing].tag}
          </Tag>,
          <span key="since" className="whitespace-nowrap">
            {formatDate(membership.since)}
          </span>,
          <Actions key="actions" {...{ membership, now, actions }} current={membership.id === current} />,
        ],
      }))}
    />
  );
}

type Actions = {
  /** Opens a membership as workspace: fields `membership` and `next`. */
  open: (data: FormData) => Promise<void>;
  withdraw: FormAction;
  leave: FormAction;
};

type Props = {
  memberships: readonly OwnMembership[];
  now: Date;
  /** The membership that is the workspace now. */
  current: string | null;
  actions: Actions;
};

function Name({ membership, current }: { membership: OwnMembership; current: boolean }) {
  const { name, code, kind, closed, closedOn, reason } = membership;
  const facts = [
    kind === 'pcn' ? 'PCN' : 'Practice',
    ...(current ? ['your workspace now'] : []),
    ...(closed ? [closedOn ? `closed ${formatDate(closedOn)}` : 'no longer in the register'] : []),
    ...(reason ? [`“${reason}”`] : []),
  ];
  return (
    <>
      {name} ({code})<Beneath>{facts.join(' · ')}</Beneath>
    </>
  );
}

type RowProps = { membership: OwnMembership; now: Date; current: boolean; actions: Actions };

function Actions({ membership, now, current, actions }: RowProps) {
  const { id, name, code, kind, standing } = membership;
  const see = (words: string) => (
    <Link href={`/accounts/profile/requests/${id}/`} prefetch={false}>
      {words}
      <span className="sr-only">: {name}</span>
    </Link>
  );
  if (standing === 'member' || standing === 'admin') {
    return (
      <RowActions>
        {!current && (
          <form action={actions.open}>
            <input type="hidden" name="membership" value={id} />
            <input type="hidden" name="next" value="/accounts/profile/" />
            <Button look="link" describe={name}>
              Open as workspace
            </Button>
          </form>
        )}
        {standing === 'admin' && (
          <Link href={`/w/${code}/approvals/`} prefetch={false}>
            Approvals<span className="sr-only">: {name}</span>
          </Link>
        )}
        {standing === 'admin' ? (
          <Link href={`/w/${code}/members/leave/`} prefetch={false}>
            Leave<span className="sr-only"> {name}</span>…
          </Link>
        ) : (
          <ActionForm id={`leave-${id}`} action={actions.leave} hidden={{ id }} className="">
            <Button look="link" pending="Leaving…" describe={name}>
              Leave
            </Button>
          </ActionForm>
        )}
      </RowActions>
    );
  }
  if (standing === 'pending') {
    return (
      <RowActions>
        {see('See request')}
        <ActionForm id={`withdraw-${id}`} action={actions.withdraw} hidden={{ id }} className="">
          <Button look="link" pending="Withdrawing…" describe={name}>
            Withdraw
          </Button>
        </ActionForm>
      </RowActions>
    );
  }
  if (standing === 'invited') {
    return (
      <RowActions>
        <Link href={`/accounts/profile/invitations/${code}/`} prefetch={false}>
          See invitation<span className="sr-only">: {name}</span>
        </Link>
      </RowActions>
    );
  }
  const may =
    !membership.closed && membership.mayAskAgain && !(membership.askAgainFrom && now < membership.askAgainFrom);
  return (
    <RowActions>
      {may && (
        <Link href={`/accounts/profile/link-${kind}/${code}/`} prefetch={false}>
          Request again<span className="sr-only">: {name}</span>
        </Link>
      )}
      {see('See what happened')}
    </RowActions>
  );
}
