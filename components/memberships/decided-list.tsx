import type { ReactNode } from 'react';
import { Beneath, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/core/dates';
import type { DecidedRequest } from '@/lib/memberships/schema/views';

/** What was decided in the last 90 days, newest first, and by whom. */
export function DecidedList({ decided, undo }: Props) {
  return (
    <Table
      caption="Decisions of the last 90 days"
      columns={[{ label: 'Person' }, { label: 'Decision' }, { label: 'When' }, { label: 'By' }]}
      rows={decided.map(({ id, name, outcome, role, reason, at, by, undoneAt, mayUndo }) => ({
        id,
        cells: [
          name,
          <span key="outcome">
            {outcome === 'approve' ? (
              <Tag look={role === 'admin' ? 'admin' : 'active'}>
                {role === 'admin' ? 'Approved as admin' : 'Approved'}
              </Tag>
            ) : (
              <Tag look="rejected">Rejected</Tag>
            )}
            {reason && <Beneath>“{reason}”</Beneath>}
            {undoneAt && <Beneath>Taken back {formatDateTime(undoneAt)}</Beneath>}
            {mayUndo && undo(id, outcome === 'approve' ? `the approval of ${name}` : `the rejection of ${name}`)}
          </span>,
          formatDateTime(at),
          by,
        ],
      }))}
    />
  );
}

type Props = {
  decided: readonly DecidedRequest[];
  /** A form that takes one back. */
  undo: (event: string, what: string) => ReactNode;
};
