import Link from 'next/link';
import type { ReactNode } from 'react';
import { Progressing } from '@/components/datasets/progressing';
import { Section } from '@/components/ui/section';
import { Beneath, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/core/dates';
import type { Bulk, BulkItem } from '@/lib/memberships/schema/queue-views';
import { refusals } from '@/lib/memberships/words';

/** How far a bulk decision is. The page looks again by itself; without scripts there is a link for it. */
export function BulkProgress({ bulk }: { bulk: Bulk }) {
  const tried = bulk.items.filter(({ outcome }) => outcome !== null).length;
  return (
    <div className="grid gap-3">
      <Progressing>
        {tried} of {bulk.items.length}
      </Progressing>
      <p className="text-s text-ink-soft">
        You can leave this page: it goes on.{' '}
        <Link href={`/admin/requests/bulk/${bulk.id}/`} prefetch={false}>
          Look again
        </Link>
      </p>
    </div>
  );
}

/** How each request went. Asked for again, it says the same. */
export function BulkResult({ bulk, undo }: { bulk: Bulk; undo: (event: string, what: string) => ReactNode }) {
  const { items, reason } = bulk;
  return (
    <>
      <Section id="result" title="One by one">
        <Table
          caption="What became of each request"
          columns={[{ label: 'Person' }, { label: 'Organisation' }, { label: 'What happened' }]}
          rows={items.map(item => ({
            id: item.id,
            place: item.kind,
            cells: [
              <Link key="person" href={`/admin/requests/${item.membershipId}/`} prefetch={false}>
                {item.name}
              </Link>,
              `${item.organisation} (${item.code})`,
              <Outcome key="outcome" item={item} reason={reason} undo={undo} />,
            ],
          }))}
        />
      </Section>
      <p className="mt-8">
        <Link href="/admin/requests/" prefetch={false}>
          Back to the requests
        </Link>
      </p>
    </>
  );
}

function Outcome({
  item,
  reason,
  undo,
}: {
  item: BulkItem;
  reason: string | null;
  undo: (event: string, what: string) => ReactNode;
}) {
  const { outcome, choice, refusal, facts, eventId, undoneAt, mayUndo, name } = item;
  if (outcome === 'left') return <span>Left waiting</span>;
  if (outcome !== 'done') {
    const known = Object.entries(refusals).find(([key]) => key === refusal)?.[1];
    return (
      <span>
        <Tag look="off">{outcome === 'decided' ? 'Already decided' : 'Not decided'}</Tag>
        <Beneath>{typeof known === 'function' ? known(facts) : known}</Beneath>
      </span>
    );
  }
  const approved = choice === 'approve';
  return (
    <span>
      <Tag look={approved ? 'active' : 'rejected'}>{approved ? 'Approved as member' : 'Rejected'}</Tag>
      {!approved && reason && <Beneath>“{reason}”</Beneath>}
      {undoneAt && <Beneath>Taken back {formatDateTime(undoneAt)}</Beneath>}
      {mayUndo && eventId && undo(eventId, `${approved ? 'the approval' : 'the rejection'} of ${name}`)}
    </span>
  );
}
