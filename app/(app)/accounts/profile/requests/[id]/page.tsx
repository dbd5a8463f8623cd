import { notFound, redirect } from 'next/navigation';
import { undoDecision } from '@/app/(app)/w/actions';
import { switchWorkspace } from '@/app/(app)/workspaces/actions';
import { Page } from '@/components/layout/page';
import { OpenWorkspace } from '@/components/memberships/open-workspace';
import { RegisterNews } from '@/components/memberships/register-news';
import { RequestCorrespondence } from '@/components/memberships/request-correspondence';
import { RequestStatus } from '@/components/memberships/request-status';
import { UndoButton } from '@/components/memberships/undo-button';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findRequest } from '@/lib/memberships/queries/find-request';
import { listRegisterNews } from '@/lib/memberships/queries/list-register-news';
import { ownStandingWords } from '@/lib/memberships/words';
import { takeNotices } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';
import { sendMessage, sendReminder, withdrawRequest } from '../actions';

/** One's own request: the confirmation that stays valid as its status. Somebody else's does not exist. */
export default async function Request({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireViewer(`/accounts/profile/requests/${id}/`);
  const request = await findRequest(viewer, id);
  if (!request) notFound();
  if (request.standing === 'invited') redirect(`/accounts/profile/invitations/${request.code}/`);
  const news = request.standing === 'pending' ? await listRegisterNews(viewer) : [];
  const notices = await takeNotices(viewer);
  const { name, code, kind, standing } = request;
  // A question comes first, everything else one may say comes last.
  const correspondence = (
    <RequestCorrespondence request={request} now={viewer.now} addMessage={sendMessage} nudge={sendReminder} />
  );
  return (
    <div data-ws={kind}>
      <Page
        title={`${name} (${code})`}
        lead={
          standing === 'pending' && request.closed
            ? `${name} has closed, so your request cannot be approved.`
            : ownStandingWords[standing](name)
        }
        breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
        banner={
          <NoticeBanners
            notices={notices}
            undo={event => (
              <UndoButton event={event} back={`/accounts/profile/requests/${id}/`} action={undoDecision} />
            )}
          />
        }
        narrow
      >
        <RegisterNews news={news.filter(one => one.code === code)} />
        {(standing === 'member' || standing === 'admin') && viewer.workspace?.membershipId !== id && (
          <OpenWorkspace membershipId={id} name={name} next={`/w/${code}/`} action={switchWorkspace} />
        )}
        {standing === 'pending' && request.pausedAt && !request.closed && (
          <div className="mb-section">{correspondence}</div>
        )}
        <RequestStatus request={request} now={viewer.now} />
        {standing === 'pending' && !request.pausedAt && !request.closed && correspondence}
        {standing === 'pending' && (
          <ActionForm id="withdraw" action={withdrawRequest} hidden={{ id }} className="mt-8">
            <Button look="outlined" pending="Withdrawing…">
              Withdraw this request
            </Button>
          </ActionForm>
        )}
      </Page>
    </div>
  );
}
