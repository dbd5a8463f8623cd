import { notFound, redirect } from 'next/navigation';
import { RemovalForm } from '@/components/accounts/removal-form';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findPersonPage } from '@/lib/accounts/queries/people';
import { requirePowers } from '@/lib/web/powers';
import { takeTyped } from '@/lib/web/resume';
import { requireFresh, requireViewer } from '@/lib/web/viewer';
import { planFactorRemoval } from '../../actions';

export default async function Factors({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const here = `/admin/people/${id}/factors/`;
  const viewer = await requireViewer(here);
  await requirePowers(viewer, 'platform', here);
  const person = await findPersonPage(viewer, id);
  if (!person) notFound();
  if (id === viewer.userId || person.removal) redirect(`/admin/people/${id}/`);
  await requireFresh(here);
  const typed = await takeTyped(viewer, here);
  return (
    <RemovalForm
      values={typed?.values}
      banner={<NoticeBanners notices={typed?.notices} />}
      action={planFactorRemoval}
      id={id}
      name={person.name}
    />
  );
}
