import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { FirstAdminForm } from '@/components/memberships/first-admin-form';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findAdoption } from '@/lib/memberships/queries/find-ownerless';
import { requirePowers } from '@/lib/web/powers';
import { takeTyped } from '@/lib/web/resume';
import { requireFresh, requireViewer } from '@/lib/web/viewer';
import { makeFirstAdmin } from '../../../actions';

/** One member, to become the first admin of an organisation that has none. */
export default async function FirstAdmin({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code: typed, id } = await params;
  const code = typed.toUpperCase();
  const back = `/admin/organisations/${code}/`;
  const here = `${back}first-admin/${id}/`;
  await requirePowers(await requireViewer(here), 'platform', here);
  // To give a role is among what needs a fresh proof (R42).
  const viewer = await requireFresh(here);
  const adoption = await findAdoption(viewer, code);
  if (!adoption) notFound();
  const member = adoption.members.find(one => one.id === id);
  // Has an admin by now, or has left: the organisation's page says what holds.
  if (!member?.works || member.self || adoption.closed) redirect(back);
  const before = await takeTyped(viewer, here);
  return (
    <div data-ws={adoption.kind}>
      <FirstAdminForm
        action={makeFirstAdmin}
        id={id}
        name={member.name}
        values={before?.values}
        banner={<NoticeBanners notices={before?.notices} />}
        lead={`${adoption.name} (${code}) has no admin. ${member.email} belongs to it.`}
        breadcrumb={[
          { href: '/admin/organisations/', text: 'Organisations without an admin' },
          { href: back, text: adoption.name },
        ]}
        cancel={
          <Link href={back} prefetch={false}>
            Leave it as it is
          </Link>
        }
      />
    </div>
  );
}
