import { SessionsTable } from '@/components/accounts/sessions-table';
import { Page } from '@/components/layout/page';
import { NoticeBanner } from '@/components/ui/notice-banner';
import { listSessions } from '@/lib/accounts/queries/sessions';
import { takeNotice } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';
import { endOne, endOthers } from './actions';

/** Where the person is signed in. Ending a session is effective with its next request. */
export default async function Sessions() {
  const viewer = await requireViewer('/accounts/profile/sessions/');
  const sessions = await listSessions(viewer);
  return (
    <Page
      title="Signed-in devices"
      lead="Where your account is open at the moment. Sign out what you do not recognise, then change your password."
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
      banner={<NoticeBanner notice={await takeNotice(viewer)} />}
    >
      <SessionsTable sessions={sessions} now={viewer.now} actions={{ endOne, endOthers }} />
    </Page>
  );
}
