import Link from 'next/link';
import { Beneath, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { ago, formatDate } from '@/lib/core/dates';
import { promiseOf } from '@/lib/memberships/rules/deadlines';
import type { QueueRow } from '@/lib/memberships/schema/queue-views';
import { ageWords, promiseWords } from '@/lib/memberships/words';
import { assigneeWords, requestFlagWords } from '@/lib/memberships/words/queue';
import { isClosed } from '@/lib/organisations/rules/status';
import { Address } from './address';
import { EvidenceLines } from './evidence-lines';

/** Requests of the platform queue, oldest first, with the promise of 5 working days in words. Each can be ticked. */
export function QueueTable({ rows, now }: { rows: readonly QueueRow[]; now: Date }) {
  return (
    <Table
      caption="Requests, oldest first"
      columns={[
        { label: 'Person' },
        { label: 'Age' },
        { label: 'Organisation' },
        { label: 'Claim and evidence' },
        { label: 'Looked after by' },
      ]}
      rows={rows.map(row => ({
        id: row.id,
        place: row.kind,
        cells: [
          <PersonCell key="person" row={row} />,
          <Age key="age" requestedAt={row.requestedAt} pausedAt={row.pausedAt} now={now} />,
          <span key="organisation">
            {row.organisation} ({row.code})<Beneath>{aboutOrganisation(row, now)}</Beneath>
          </span>,
          <span key="claim">
            {row.claim ?? 'Nothing said'}
            <Beneath>
              <EvidenceLines evidence={row.evidence} />
            </Beneath>
            <FlagTags flags={requestFlagWords(row)} />
          </span>,
          <span key="assignee">
            {assigneeWords(row.assigned, row.assignee)}
            {row.notes > 0 && <Beneath>{row.notes === 1 ? '1 note' : `${row.notes} notes`}</Beneath>}
          </span>,
        ],
      }))}
    />
  );
}

function PersonCell({ row: { id, name, email, own } }: { row: QueueRow }) {
  return (
    <span className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 md:min-w-56">
      {own ? (
        <span className="w-6" />
      ) : (
        <input type="checkbox" name="ids" value={id} aria-label={`Tick ${name}`} className="choice" />
      )}
      <span>
        <Link href={`/admin/requests/${id}/`} prefetch={false}>
          {name}
        </Link>
        <Beneath>
          <Address email={email} />
        </Beneath>
        {own && <Beneath>Your own request: somebody else decides</Beneath>}
      </span>
    </span>
  );
}

/** Reasons to look twice. */
export function FlagTags({ flags }: { flags: readonly string[] }) {
  if (flags.length === 0) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-1.5">
      {flags.map(flag => (
        <Tag key={flag} look="pending">
          {flag}
        </Tag>
      ))}
    </span>
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

function aboutOrganisation({ kind, admins, adminLastSeen, status, closedOn }: QueueRow, now: Date): string {
  const facts = [kind === 'pcn' ? 'PCN' : 'Practice'];
  if (isClosed(status)) facts.push(closedOn ? `closed ${formatDate(closedOn)}` : 'closed');
  if (admins === 0) facts.push('no admin');
  else facts.push(adminLastSeen ? `admin last signed in ${ago(now, adminLastSeen)}` : 'admin never signed in');
  return facts.join(' · ');
}
