import Link from 'next/link';
import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { Timeline } from '@/components/ui/timeline';
import { formatDate, formatDateTime } from '@/lib/core/dates';
import type { QueueItem as Item, QueueEvent } from '@/lib/memberships/schema/queue-views';
import { actorWords, evidenceWords, operationWords, standingWords } from '@/lib/memberships/words';
import { requestFlagWords } from '@/lib/memberships/words/queue';
import { Address } from './address';
import { EvidenceLines } from './evidence-lines';
import { Age, FlagTags } from './queue-table';

/** Everything the platform team knows of one request: the claim, the evidence, the organisation, the history. */
export function QueueItem({ item, now }: { item: Item; now: Date }) {
  const { tag, look } = standingWords[item.standing];
  const about = [
    { label: 'State', value: <Tag look={look}>{tag}</Tag> },
    { label: 'Reference', value: item.reference },
    ...(item.requestedAt && item.standing === 'pending'
      ? [{ label: 'Age', value: <Age requestedAt={item.requestedAt} pausedAt={item.pausedAt} now={now} /> }]
      : []),
    { label: 'Claim', value: item.claim ?? 'Nothing said' },
    {
      label: 'Message',
      value: item.message ? <span className="wrap-anywhere whitespace-pre-line">“{item.message}”</span> : 'No message',
    },
  ];
  const person = [
    { label: 'Email', value: <Address email={item.email} /> },
    {
      label: 'Evidence',
      value: (
        <>
          {item.evidence ? <EvidenceLines evidence={item.evidence} /> : 'None'}
          <FlagTags flags={requestFlagWords({ ...item, requests: item.otherRequests + 1 })} />
        </>
      ),
    },
    { label: 'Account since', value: formatDate(item.accountSince) },
    { label: 'Other requests waiting', value: item.otherRequests === 0 ? 'None' : String(item.otherRequests) },
  ];
  const organisation = [
    {
      label: 'Organisation',
      value: (
        <>
          {item.organisation} ({item.code}) ·{' '}
          <Link href={`/admin/requests/?waiting=all&org=${item.code}`} prefetch={false}>
            Its requests
          </Link>
        </>
      ),
    },
    { label: 'Type', value: item.kind === 'pcn' ? 'PCN' : 'Practice' },
    { label: 'Register', value: item.closed ? <Tag look="off">Closed</Tag> : 'Open' },
    { label: 'Admins', value: item.admins === 0 ? 'None yet' : String(item.admins) },
  ];
  return (
    <>
      <Section id="request" title="Request">
        <SummaryList items={about} />
      </Section>
      <Section id="person" title="Person">
        <SummaryList items={person} />
      </Section>
      <Section id="organisation" title="Organisation">
        <SummaryList items={organisation} />
      </Section>
      <Section id="history" title="History">
        <Timeline events={item.events.map(toStep)} />
      </Section>
    </>
  );
}

const toStep = (event: QueueEvent) => ({
  id: event.id,
  title: operationWords(event.operation),
  when: `${formatDateTime(event.at)}, ${event.by ? `${event.by} (${actorWords[event.actorAs]})` : actorWords[event.actorAs]}`,
  more: <Details event={event} />,
});

function Details({ event }: { event: QueueEvent }) {
  const { reason, message, authoriser, evidence, operation } = event;
  return (
    <div className="grid gap-1 text-s wrap-anywhere">
      {reason && <p>Reason: “{reason}”</p>}
      {message && <p className="whitespace-pre-line">Message: “{message}”</p>}
      {authoriser && (
        <p>
          Authorised by {authoriser.name}, {authoriser.position}. Checked: {authoriser.checked}
        </p>
      )}
      {evidence && (operation === 'approve' || operation === 'reject') && (
        <p className="text-ink-soft">Evidence then: {evidenceWords(evidence).join(' ')}</p>
      )}
    </div>
  );
}
