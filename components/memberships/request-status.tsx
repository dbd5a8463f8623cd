import Link from 'next/link';
import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { formatDate, formatDateTime } from '@/lib/core/dates';
import { expiryDue } from '@/lib/memberships/rules/deadlines';
import type { OwnRequest } from '@/lib/memberships/schema/views';
import { askAgainWords, standingWords } from '@/lib/memberships/words';
import { RequestTimeline } from './request-timeline';

/** The facts of one's own request, and what happens next. */
export function RequestStatus({ request, now }: { request: OwnRequest; now: Date }) {
  const { standing, reference, requestedAt, claim, kind } = request;
  const { tag, look } = standingWords[standing];
  // Waiting for an answer moves the clocks, not the day on which it was sent.
  const sent = request.events.findLast(({ operation }) => operation === 'request')?.at ?? requestedAt;
  const items = [
    { label: 'State', value: <Tag look={look}>{tag}</Tag> },
    { label: 'Reference', value: reference },
    ...(sent ? [{ label: 'Sent', value: formatDateTime(sent) }] : []),
    ...(claim ? [{ label: 'What you do there', value: claim }] : []),
    ...(standing === 'pending' && !request.closed ? [{ label: 'Who decides', value: whoDecides(request) }] : []),
  ];
  return (
    <>
      <Section id="request" title={titleOf(kind, sent !== null)}>
        <SummaryList items={items} />
      </Section>
      <Section id="history" title="What happened">
        <RequestTimeline request={request} now={now} />
      </Section>
      <Section id="next" title="What happens next">
        <Next request={request} now={now} />
      </Section>
    </>
  );
}

function titleOf(kind: OwnRequest['kind'], asked: boolean): string {
  const place = kind === 'pcn' ? 'PCN' : 'practice';
  return asked ? `Your request to a ${place}` : `Your link to a ${place}`;
}

function whoDecides({ hasAdmin, escalatedAt, kind }: OwnRequest): string {
  const here = kind === 'pcn' ? 'PCN' : 'practice';
  if (!hasAdmin) return `The platform team, because this ${here} has no admin yet`;
  return escalatedAt ? `An admin of this ${here}, or the platform team` : `An admin of this ${here}`;
}

function Next({ request, now }: { request: OwnRequest; now: Date }) {
  const { standing, code, kind, pcn, requestedAt } = request;
  const ask = `/accounts/profile/link-${kind}/${code}/`;
  if (standing === 'pending' && request.closed) {
    return (
      <p>
        The register says that {request.name} is closed, so nobody can approve this request. Withdraw it, or it ends by
        itself{requestedAt && ` on ${formatDate(expiryDue(requestedAt))}`}.
      </p>
    );
  }
  if (standing === 'pending') {
    return (
      <div className="grid gap-3">
        {request.pausedAt ? (
          <p>Your answer is waited for. When you have sent it, the request goes on where it stood.</p>
        ) : (
          <p>A decision usually takes 2 working days. We email you when it is made. You need not do anything.</p>
        )}
        <p>
          Until then every tool works without a workspace. <Link href="/tools/">See the tools</Link>
        </p>
        {pcn && (
          <p>
            Do you work across {pcn.name} as well?{' '}
            <Link href={`/accounts/profile/link-pcn/${pcn.code}/`} prefetch={false}>
              Also link its PCN
            </Link>
          </p>
        )}
      </div>
    );
  }
  if (standing === 'member' || standing === 'admin') {
    return (
      <p>
        Nothing is switched for you. Open {request.name} as your workspace, and tools start with it.
        {standing === 'admin' && (
          <>
            {' '}
            You decide who else joins:{' '}
            <Link href={`/w/${code}/approvals/`} prefetch={false}>
              see the approvals
            </Link>
            .
          </>
        )}
      </p>
    );
  }
  const may = request.mayAskAgain && (!request.askAgainFrom || now >= request.askAgainFrom);
  return (
    <p>
      {askAgainWords(request.askAgainFrom, now, request.mayAskAgain)}{' '}
      {may && (
        <Link href={ask} prefetch={false}>
          Request again
        </Link>
      )}
    </p>
  );
}
