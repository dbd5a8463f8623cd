import { SessionsTable } from '@/components/accounts/sessions-table';
import { Page } from '@/components/layout/page';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { listSessions } from '@/lib/accounts/queries/sessions';
import { noticesFor } from '@/lib/web/resume';
import { requireViewer } from '@/lib/web/viewer';
import { endOne, endOthers } from './actions';

/** Where the person is signed in. Ending a session is effective with its next request. */
export default async function Sessions() {
  const here = '/accounts/profile/sessions/';
  const viewer = await requireViewer(here);
  const sessions = await listSessions(viewer);
  return (
    <Page
      title="Signed-in devices"
      lead="Where your account is open at the moment. Sign out what you do not recognise, then change your password."
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
      banner={<NoticeBanners notices={await noticesFor(viewer, here)} />}
    >
      <SessionsTable sessions={sessions} now={viewer.now} actions={{ endOne, endOthers }} />
    </Page>
  );
}
