import { Details } from '@/components/accounts/details';
import { FirstSteps } from '@/components/accounts/first-steps';
import { Page } from '@/components/layout/page';
import { NoticeBanner } from '@/components/ui/notice-banner';
import { findDetails } from '@/lib/accounts/queries/details';
import { takeNotice } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';
import { hideFirstSteps } from './actions';

export default async function Profile() {
  const viewer = await requireViewer('/accounts/profile/');
  const { setupDismissedAt, passwordChangedAt, linked, presets } = await findDetails(viewer);
  const steps = setupDismissedAt ? null : (
    <FirstSteps linked={linked} workspace={viewer.workspace !== null} presets={presets > 0} hide={hideFirstSteps} />
  );
  return (
    <Page title="Your account" banner={<NoticeBanner notice={await takeNotice(viewer)} />} aside={steps}>
      <Details name={viewer.name} email={viewer.email} passwordChangedAt={passwordChangedAt} now={viewer.now} />
    </Page>
  );
}
