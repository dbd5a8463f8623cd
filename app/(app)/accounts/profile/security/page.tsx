import { SecurityOverview } from '@/components/accounts/security-overview';
import { Page } from '@/components/layout/page';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findFactors } from '@/lib/accounts/queries/factors';
import { listSessions } from '@/lib/accounts/queries/sessions';
import { noticesFor } from '@/lib/web/resume';
import { requireViewer } from '@/lib/web/viewer';
import { begin, makeCodes } from './actions';

/** Everything that guards the account, on one page. */
export default async function Security() {
  const here = '/accounts/profile/security/';
  const viewer = await requireViewer(here);
  const [factors, sessions] = await Promise.all([findFactors(viewer), listSessions(viewer)]);
  return (
    <Page
      title="Security"
      lead="What guards your account: your password, a second step when you sign in, and where you are signed in."
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
      banner={<NoticeBanners notices={await noticesFor(viewer, here)} />}
      narrow
    >
      <SecurityOverview factors={factors} devices={sessions.length} now={viewer.now} actions={{ begin, makeCodes }} />
    </Page>
  );
}
