import { RecoveryCodes } from '@/components/accounts/recovery-codes';
import { Page } from '@/components/layout/page';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { takeNewRecoveryCodes } from '@/lib/accounts/commands/recovery-codes';
import { takeNotices } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';
import { makeCodes } from '../actions';

/** New codes, shown once. Loaded again, the page says so. */
export default async function Codes() {
  const viewer = await requireViewer('/accounts/profile/security/recovery-codes/');
  const codes = await takeNewRecoveryCodes(viewer);
  return (
    <Page
      title={codes ? 'Keep your recovery codes' : 'Recovery codes'}
      breadcrumb={[
        { href: '/accounts/profile/', text: 'Your account' },
        { href: '/accounts/profile/security/', text: 'Security' },
      ]}
      banner={<NoticeBanners notices={await takeNotices(viewer)} />}
      narrow
    >
      <RecoveryCodes codes={codes} make={makeCodes} />
    </Page>
  );
}
