import Link from 'next/link';
import { Beneath, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { ago } from '@/lib/core/dates';
import { promiseOf } from '@/lib/memberships/rules/deadlines';
import type { QueueRow } from '@/lib/memberships/schema/views';
import { ageWords, promiseWords } from '@/lib/memberships/words';
import { Address } from './address';
import { EvidenceLines } from './evidence-lines';

/** Requests of the platform queue, oldest first, with the promise of 5 working days in words. */
export function QueueTable({ rows, now }: { rows: readonly QueueRow[]; now: Date }) {
  return (
    <Table
      caption="Requests, oldest first"
      columns={[{ label: 'Person' }, { label: 'Age' }, { label: 'Organisation' }, { label: 'Claim and evidence' }]}
      rows={rows.map(row => ({
        id: row.id,
        place: row.kind,
        cells: [
          <span key="person">
            <Link href={`/admin/requests/${row.id}/`} prefetch={false}>
              {row.name}
            </Link>
            <Beneath>
              <Address email={row.email} />
            </Beneath>
          </span>,
          <Age key="age" requestedAt={row.requestedAt} pausedAt={row.pausedAt} now={now} />,
          <span key="organisation">
            {row.organisation} ({row.code})<Beneath>{aboutOrganisation(row, now)}</Beneath>
          </span>,
          <span key="claim">
            {row.claim ?? 'Nothing said'}
            <Beneath>
              <EvidenceLines evidence={row.evidence} />
            </Beneath>
            {row.refusals > 0 && <Tag look="pending">Turned away before</Tag>}
          </span>,
        ],
      }))}
    />
  );
}

export function Age({ requestedAt, pausedAt, now: today }: { requestedAt: Date; pausedAt: Date | null; now: Date }) {
  // The clock stands while the person is asked for more.
  const now = pausedAt ?? today;
  const promise = promiseOf(requestedAt, now);
  const { text, look } = promiseWords(promise);
  return (
    <span>
      <span className="block whitespace-nowrap">{ageWords(promise.age)}</span>
      <Tag look={look}>{text}</Tag>
      {pausedAt && <Beneath>Waits for their answer</Beneath>}
    </span>
  );
}

function aboutOrganisation({ kind, admins, adminLastSeen, status }: QueueRow, now: Date): string {
  const facts = [kind === 'pcn' ? 'PCN' : 'Practice'];
  if (status === 'closed' || status === 'missing') facts.push('closed');
  if (admins === 0) facts.push('no admin');
  else facts.push(adminLastSeen ? `admin last signed in ${ago(now, adminLastSeen)}` : 'admin never signed in');
  return facts.join(' · ');
}
