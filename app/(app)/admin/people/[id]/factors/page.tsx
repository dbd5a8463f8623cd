import { notFound, redirect } from 'next/navigation';
import { RemovalForm } from '@/components/accounts/removal-form';
import { findPersonPage } from '@/lib/accounts/queries/people';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { planFactorRemoval } from '../../actions';

export default async function Factors({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const here = `/admin/people/${id}/factors/`;
  const viewer = await requireViewer(here);
  await requirePowers(viewer, 'platform', here);
  const person = await findPersonPage(viewer, id);
  if (!person) notFound();
  if (id === viewer.userId || person.removal) redirect(`/admin/people/${id}/`);
  return <RemovalForm action={planFactorRemoval} id={id} name={person.name} />;
}
