import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { formatDate } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';
import { promiseOf } from '@/lib/memberships/rules/deadlines';
import { workingDaysBetween } from '@/lib/memberships/rules/working-days';
import type { PendingRequest } from '@/lib/memberships/schema/views';
import { askedWords, promiseWords } from '@/lib/memberships/words';
import { Address } from './address';
import { EvidenceLines } from './evidence-lines';

/** People who ask to join, oldest first, each with what is known of them and what can be decided. */
export function PendingList({ code, pending, now, membersOnly, approve }: Props) {
  return (
    <ul>
      {pending.map(request => (
        <li
          key={request.id}
          className="grid gap-x-8 gap-y-4 border-b border-line py-5 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1.3fr)_15rem]"
        >
          <div className="grid min-w-0 content-start gap-0.5">
            <h2 className="text-l">{request.name}</h2>
            <p>
              <Address email={request.email} />
            </p>
            <div className="text-s text-ink-soft">
              <EvidenceLines evidence={request.evidence} />
            </div>
          </div>
          <Reasons request={request} now={now} />
          <Decision code={code} request={request} membersOnly={membersOnly} approve={approve} />
        </li>
      ))}
    </ul>
  );
}

type Props = {
  code: string;
  pending: readonly PendingRequest[];
  now: Date;
  /** The reader can make nobody an admin here. */
  membersOnly?: boolean;
  approve: FormAction;
};

function Reasons({ request, now }: { request: PendingRequest; now: Date }) {
  const { claim, message, pausedAt, said, requestedAt, shared, refusedBefore, reference } = request;
  return (
    <div className="grid min-w-0 content-start gap-1 text-s text-ink-soft">
      <p>
        <PromiseTag requestedAt={requestedAt} now={pausedAt ?? now} /> {claim && `${claim} · `}
        {askedWords(workingDaysBetween(requestedAt, now))} · <span className="whitespace-nowrap">{reference}</span>
      </p>
      {message ? (
        <blockquote className="text-base wrap-anywhere whitespace-pre-line text-ink">“{message}”</blockquote>
      ) : (
        <p>No message.</p>
      )}
      {said.map(({ by, text }) => (
        <p key={`${by}: ${text}`} className="text-base wrap-anywhere whitespace-pre-line text-ink">
          <span className="text-s text-ink-soft">{by === 'decider' ? 'Asked' : 'Added'}:</span> “{text}”
        </p>
      ))}
      {pausedAt && (
        <p>
          <Tag look="pending">Waits for their answer</Tag> since {formatDate(pausedAt)}
        </p>
      )}
      {shared.length > 0 && <p>Also in {shared.join(', ')}, with you.</p>}
      {refusedBefore && (
        <p>
          Was {refusedBefore.operation === 'remove' ? 'removed' : 'rejected'} on {formatDate(refusedBefore.at)}
          {refusedBefore.reason && `: “${refusedBefore.reason}”`}
        </p>
      )}
    </div>
  );
}

/** How the request stands to the promise of 5 working days. */
function PromiseTag({ requestedAt, now }: { requestedAt: Date; now: Date }) {
  const { text, look } = promiseWords(promiseOf(requestedAt, now));
  return <Tag look={look}>{text}</Tag>;
}

type DecisionProps = Pick<Props, 'code' | 'membersOnly' | 'approve'> & { request: PendingRequest };

function Decision({ code, request, membersOnly, approve }: DecisionProps) {
  const reject = (
    <Link href={`/w/${code}/approvals/${request.id}/reject/`} prefetch={false} className="py-1">
      Reject<span className="sr-only"> {request.name}</span>…
    </Link>
  );
  if (!request.accountWorks) {
    return (
      <div className="grid content-start gap-2 text-s">
        <p>This account is closed or disabled, so it cannot be let in.</p>
        <p>{reject}</p>
      </div>
    );
  }
  return (
    <div>
      <ActionForm
        id={`decide-${request.id}`}
        action={approve}
        hidden={{ id: request.id, code }}
        className="grid content-start gap-1"
      >
        <Button name="role" value="member" look="outlined" wide pending="Approving…" describe={request.name}>
          Approve as member
        </Button>
        <div className="flex flex-wrap items-baseline gap-x-6">
          {!membersOnly && (
            <Button name="role" value="admin" look="link" describe={request.name}>
              Approve as admin
            </Button>
          )}
          {!request.pausedAt && (
            <Link href={`/w/${code}/approvals/${request.id}/ask/`} prefetch={false} className="py-1">
              Ask<span className="sr-only"> {request.name}</span> for more…
            </Link>
          )}
          {reject}
        </div>
      </ActionForm>
    </div>
  );
}
