import Link from 'next/link';
import { notFound } from 'next/navigation';
import { undoDecision } from '@/app/(app)/w/actions';
import { Page } from '@/components/layout/page';
import { PendingList } from '@/components/memberships/pending-list';
import { UndoButton } from '@/components/memberships/undo-button';
import { Notice } from '@/components/ui/notice';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findApproval } from '@/lib/memberships/queries/list-approvals';
import { approvalWords } from '@/lib/memberships/words/queue';
import { requireDecider } from '@/lib/web/powers';
import { noticesFor } from '@/lib/web/resume';
import { requireViewer } from '@/lib/web/viewer';
import { approveRequest } from '../actions';

/** One request, as the link of a mail leads to it: to be decided, or what became of it meanwhile, by whom and when. */
export default async function Approval({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params;
  const list = `/w/${code}/approvals/`;
  const here = `${list}${id}/`;
  const viewer = await requireViewer(here);
  await requireDecider(viewer, code, here);
  const approval = await findApproval(viewer, code, id);
  if (!approval) notFound();
  const { name, kind, pcn, person, pending, decided } = approval;
  const place = `${name} (${code})`;
  const undo = (event: string) => <UndoButton event={event} back={here} action={undoDecision} />;
  return (
    <div data-ws={kind}>
      <Page
        title={`Request of ${person}`}
        lead={
          pending
            ? `Approve them only if you know that they work with you at ${place}.`
            : `They asked to join ${place}.`
        }
        workspace={place}
        breadcrumb={[
          { href: '/accounts/profile/', text: 'Your account' },
          { href: list, text: 'Approvals' },
        ]}
        banner={<NoticeBanners notices={await noticesFor(viewer, here)} undo={undo} />}
      >
        {pending ? (
          <PendingList
            code={code}
            pending={[pending]}
            now={viewer.now}
            membersOnly={pcn !== null}
            approve={approveRequest}
          />
        ) : (
          <Notice title="There is nothing to decide here now">
            <p>{approvalWords(approval)}</p>
            {decided?.reason && <p>Reason: “{decided.reason}”</p>}
            {decided?.mayUndo && undo(decided.id)}
          </Notice>
        )}
        <p className="pt-6">
          <Link href={list} prefetch={false}>
            All requests to join {name}
          </Link>
        </p>
      </Page>
    </div>
  );
}
