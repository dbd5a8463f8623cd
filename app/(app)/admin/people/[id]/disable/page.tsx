import { notFound, redirect } from 'next/navigation';
import { DisableForm } from '@/components/accounts/disable-form';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findOnlyAdminOf, findPersonPage } from '@/lib/accounts/queries/people';
import { disablingWords } from '@/lib/accounts/words/leaving';
import { requirePowers } from '@/lib/web/powers';
import { takeTyped } from '@/lib/web/resume';
import { requireFresh, requireViewer } from '@/lib/web/viewer';
import { disablePerson } from '../../actions';

export default async function Disable({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const here = `/admin/people/${id}/disable/`;
  const viewer = await requireViewer(here);
  await requirePowers(viewer, 'platform', here);
  const person = await findPersonPage(viewer, id);
  if (!person) notFound();
  if (id === viewer.userId || person.state === 'disabled') redirect(`/admin/people/${id}/`);
  await requireFresh(here);
  const typed = await takeTyped(viewer, here);
  return (
    <DisableForm
      values={typed?.values}
      banner={<NoticeBanners notices={typed?.notices} />}
      action={disablePerson}
      id={id}
      name={person.name}
      onlyAdminOf={await findOnlyAdminOf(viewer, person)}
      reasons={disablingWords}
    />
  );
}
