import Link from 'next/link';
import { notFound } from 'next/navigation';
import { undoDecision } from '@/app/(app)/w/actions';
import { Page } from '@/components/layout/page';
import { DecidedList } from '@/components/memberships/decided-list';
import { PendingList } from '@/components/memberships/pending-list';
import { PowersNotice } from '@/components/memberships/powers-notice';
import { UndoButton } from '@/components/memberships/undo-button';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { KeysetPages } from '@/components/ui/keyset-pages';
import { Notice } from '@/components/ui/notice';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Tabs } from '@/components/ui/tabs';
import { listApprovals } from '@/lib/memberships/queries/list-approvals';
import { approvalsPage } from '@/lib/memberships/schema/requests';
import { requireDecider } from '@/lib/web/powers';
import { noticesFor } from '@/lib/web/resume';
import { requireViewer } from '@/lib/web/viewer';
import { approveRequest } from './actions';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who asks to join this organisation; to everybody but its administrators the page does not exist. */
export default async function Approvals({ params, searchParams }: Props) {
  const { code } = await params;
  const wanted = approvalsPage.parse(await searchParams);
  const showsDecided = wanted.show === 'decided';
  const here = `/w/${code}/approvals/`;
  const viewer = await requireViewer(here);
  const powers = await requireDecider(viewer, code, here);
  const approvals = await listApprovals(viewer, code, wanted);
  if (!approvals) notFound();
  const notices = await noticesFor(viewer, here);
  const { name, kind, closed, pcn, waiting, pending, decided, next } = approvals;
  const start = showsDecided ? `${here}?show=decided` : here;
  return (
    <div data-ws={kind}>
      <Page
        title="Approvals"
        lead={
          closed
            ? `${name} (${code}) is closed, the register says, so nobody can join it. Those who still wait can be rejected.`
            : `People who ask to join ${name} (${code}). Approve someone only if you know that they work with you.`
        }
        workspace={`${name} (${code})`}
        breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
        banner={
          <NoticeBanners
            notices={notices}
            undo={event => <UndoButton event={event} back={here} action={undoDecision} />}
          />
        }
        notice={
          <>
            {pcn && <AsPcn practice={name} pcn={pcn} />}
            <PowersNotice powers={powers} />
          </>
        }
      >
        <Tabs
          label="Requests"
          items={[
            { href: here, text: 'Pending', count: waiting, current: !showsDecided },
            { href: `${here}?show=decided`, text: 'Decided', current: showsDecided },
          ]}
        />
        {showsDecided ? (
          <Decided decided={decided} here={start} />
        ) : (
          <Pending code={code} pending={pending} now={viewer.now} asPcn={pcn !== null} closed={closed} />
        )}
        <KeysetPages
          first={wanted.after ? start : null}
          next={next && `${start}${showsDecided ? '&' : '?'}after=${next}`}
        />
        <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1 pt-6 text-s text-ink-soft">
          <p>Nobody decides their own request. If a request waits 5 working days, the platform team is asked too.</p>
          {!closed && (
            <CopyButton
              look="link"
              address={`/accounts/profile/link-${kind}/${code}/`}
              done="The link is copied. Whoever opens it is led to asking."
            >
              Copy the link for asking
            </CopyButton>
          )}
        </div>
      </Page>
    </div>
  );
}

type Lists = NonNullable<Awaited<ReturnType<typeof listApprovals>>>;

function AsPcn({ practice, pcn: { code, name } }: { practice: string; pcn: { code: string; name: string } }) {
  return (
    <Notice>
      <p>
        You decide as an admin of{' '}
        <Link href={`/w/${code}/practices/`} prefetch={false}>
          {name} ({code})
        </Link>
        , because {practice} lets its PCN do so. You can let people in as members.
      </p>
    </Notice>
  );
}

type PendingProps = { code: string; pending: Lists['pending']; now: Date; asPcn: boolean; closed: boolean };

function Pending({ code, pending, now, asPcn, closed }: PendingProps) {
  if (pending.length > 0) {
    return <PendingList code={code} pending={pending} now={now} membersOnly={asPcn} approve={approveRequest} />;
  }
  return (
    <EmptyState
      drawing="nobody-waits"
      title="No requests are waiting"
      action={
        asPcn || closed ? undefined : (
          <Link href={`/w/${code}/members/invite/`} prefetch={false}>
            Invite people
          </Link>
        )
      }
    >
      {closed
        ? 'Nobody can ask to join an organisation that is closed.'
        : 'People ask from their account page, under “Link a practice” or “Link a PCN”. You get an email when somebody does.'}
    </EmptyState>
  );
}

function Decided({ decided, here }: { decided: Lists['decided']; here: string }) {
  const undo = (event: string, what: string) => (
    <UndoButton event={event} back={here} describe={what} action={undoDecision} />
  );
  if (decided.length > 0) return <DecidedList decided={decided} undo={undo} />;
  return (
    <EmptyState drawing="nothing-yet" title="Nothing was decided in the last 90 days">
      Approvals and rejections are listed here with who decided and when.
    </EmptyState>
  );
}
