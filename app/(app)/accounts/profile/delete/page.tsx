import { LeavingFacts } from '@/components/accounts/leaving-facts';
import { LeavingForm } from '@/components/accounts/leaving-form';
import { Banner } from '@/components/ui/banner';
import { graceDays } from '@/lib/accounts/queries/grace-days';
import { findLeaving } from '@/lib/accounts/queries/leaving';
import { closeWords } from '@/lib/accounts/words/leaving';
import { refuse } from '@/lib/core/result';
import { say } from '@/lib/core/words';
import { requireFresh } from '@/lib/web/viewer';
import { goOn } from './actions';

export default async function Delete() {
  const viewer = await requireFresh('/accounts/profile/delete/');
  const facts = await findLeaving(viewer);
  return (
    <LeavingForm
      action={goOn}
      facts={<LeavingFacts facts={facts} grace={graceDays()} />}
      onlyAdminOf={facts.onlyAdminOf}
      banner={
        facts.lastPlatformAdmin && (
          <Banner tone="important">{say(closeWords, refuse('last-platform-administrator'))}</Banner>
        )
      }
    />
  );
}
