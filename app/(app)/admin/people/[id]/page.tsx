import { notFound } from 'next/navigation';
import { PersonActions } from '@/components/accounts/person-actions';
import { PersonFacts } from '@/components/accounts/person-facts';
import { Page } from '@/components/layout/page';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findPersonPage } from '@/lib/accounts/queries/people';
import { requirePowers } from '@/lib/web/powers';
import { noticesFor } from '@/lib/web/resume';
import { requireViewer } from '@/lib/web/viewer';
import { cancelFactorRemoval, enablePerson, endSessions } from '../actions';

const actions = { endSessions, enable: enablePerson, cancelRemoval: cancelFactorRemoval };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const here = `/admin/people/${id}/`;
  const viewer = await requireViewer(here);
  await requirePowers(viewer, 'platform', here);
  const person = await findPersonPage(viewer, id);
  if (!person) notFound();
  return (
    <Page
      title={person.name}
      workspace="Platform team"
      breadcrumb={[{ href: '/admin/people/', text: 'People' }]}
      banner={<NoticeBanners notices={await noticesFor(viewer, `/admin/people/${id}/`)} />}
    >
      <PersonFacts person={person} now={viewer.now} />
      <PersonActions person={person} own={id === viewer.userId} actions={actions} />
    </Page>
  );
}
