import { LeavingFacts } from '@/components/accounts/leaving-facts';
import { LeavingForm } from '@/components/accounts/leaving-form';
import { Banner } from '@/components/ui/banner';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { graceDays } from '@/lib/accounts/queries/grace-days';
import { findLeaving } from '@/lib/accounts/queries/leaving';
import { closeWords } from '@/lib/accounts/words/leaving';
import { refuse } from '@/lib/core/result';
import { say } from '@/lib/core/words';
import { takeTyped } from '@/lib/web/resume';
import { requireFresh } from '@/lib/web/viewer';
import { goOn } from './actions';

export default async function Delete() {
  const here = '/accounts/profile/delete/';
  const viewer = await requireFresh(here);
  const facts = await findLeaving(viewer);
  const typed = await takeTyped(viewer, here);
  return (
    <LeavingForm
      action={goOn}
      facts={<LeavingFacts facts={facts} grace={graceDays()} />}
      onlyAdminOf={facts.onlyAdminOf}
      values={typed?.values}
      banner={
        facts.lastPlatformAdmin ? (
          <Banner tone="important">{say(closeWords, refuse('last-platform-administrator'))}</Banner>
        ) : (
          <NoticeBanners notices={typed?.notices} />
        )
      }
    />
  );
}
