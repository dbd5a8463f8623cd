import { notFound, redirect } from 'next/navigation';
import { Address } from '@/components/memberships/address';
import { findQueueItem } from '@/lib/memberships/queries/find-queue-item';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';

/** What the pages about one request that still waits have in common: who may see it, and what they say of it. */
export async function pendingRequest(params: Promise<{ id: string }>, page: 'ask' | 'reject') {
  const { id } = await params;
  const back = `/admin/requests/${id}/`;
  const viewer = await requireViewer(`${back}${page}/`);
  await requirePowers(viewer, 'platform', back);
  const item = await findQueueItem(viewer, id);
  if (!item) notFound();
  // Decided or withdrawn meanwhile: its page says how.
  if (item.standing !== 'pending') redirect(back);
  return {
    back,
    form: {
      id,
      name: item.name,
      lead: (
        <>
          <Address email={item.email} /> asks to join {item.organisation} ({item.code}).
        </>
      ),
      breadcrumb: [
        { href: '/admin/requests/', text: 'Requests' },
        { href: back, text: item.name },
      ],
    },
  };
}
