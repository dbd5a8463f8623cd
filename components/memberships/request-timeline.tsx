import type { ReactNode } from 'react';
import { Timeline, type TimelineEvent } from '@/components/ui/timeline';
import { formatDate, formatDateTime } from '@/lib/core/dates';
import { decisionDue, expiryDue, reminderDue } from '@/lib/memberships/rules/deadlines';
import type { OwnRequest } from '@/lib/memberships/schema/views';
import { actorWords, operationWords } from '@/lib/memberships/words';

/** What happened to the request, and what is still to come while it waits. */
export function RequestTimeline({ request, now }: { request: OwnRequest; now: Date }) {
  const past = request.events.map(event => ({
    id: event.id,
    title: operationWords(event.operation),
    when: `${formatDateTime(event.at)}${decided.has(event.operation) ? `, by ${actorWords[event.actorAs] ?? 'the platform team'}` : ''}`,
    more: more(event),
  }));
  return <Timeline events={[...past, ...ahead(request, now)]} />;
}

const decided = new Set(['approve', 'reject', 'remove', 'promote', 'demote', 'ask-for-more']);

function more({ reason, message, operation }: OwnRequest['events'][number]): ReactNode {
  if (!reason && !message) return undefined;
  return (
    <div className="grid gap-1 text-s wrap-anywhere">
      {reason && <p>Reason: “{reason}”</p>}
      {message && (
        <p className="whitespace-pre-line">
          {operation === 'ask-for-more' ? 'The question' : 'Your message'}: “{message}”
        </p>
      )}
    </div>
  );
}

function ahead(
  { standing, requestedAt, pausedAt, closed, hasAdmin, escalatedAt, events }: OwnRequest,
  now: Date,
): TimelineEvent[] {
  if (standing !== 'pending' || !requestedAt) return [];
  if (pausedAt || closed)
    return [
      {
        id: 'expire',
        title: 'Closed if it stays without a decision',
        when: formatDate(expiryDue(requestedAt)),
        ahead: true,
      },
    ];
  const reminded = events.some(({ operation, at }) => operation === 'remind' && at >= requestedAt);
  const steps = [
    { id: 'remind', title: 'Who decides is reminded', at: reminderDue(requestedAt), over: reminded },
    {
      id: 'late',
      title: 'The platform team is asked too',
      at: decisionDue(requestedAt),
      over: !hasAdmin || escalatedAt,
    },
    { id: 'expire', title: 'Closed if nobody has decided', at: expiryDue(requestedAt), over: false },
  ];
  return steps
    .filter(step => !step.over && step.at > now)
    .map(({ id, title, at }) => ({ id, title, when: formatDate(at), ahead: true }));
}
