import { notFound, redirect } from 'next/navigation';
import { Address } from '@/components/memberships/address';
import { findApproval } from '@/lib/memberships/queries/list-approvals';
import { requireDecider } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';

/** What the pages about one request that still waits have in common: who may see it, and what they say of it. */
export async function pendingRequest(params: Promise<{ code: string; id: string }>, page: 'ask' | 'reject') {
  const { code, id } = await params;
  const back = `/w/${code}/approvals/`;
  const viewer = await requireViewer(`${back}${id}/${page}/`);
  await requireDecider(viewer, code, back);
  const approval = await findApproval(viewer, code, id);
  if (!approval) notFound();
  const request = approval.pending;
  // Decided or withdrawn meanwhile: its page says how.
  if (!request) redirect(`${back}${id}/`);
  return {
    back,
    kind: approval.kind,
    form: {
      id,
      hidden: { code },
      name: request.name,
      lead: (
        <>
          <Address email={request.email} /> asks to join {approval.name} ({code}).
        </>
      ),
      breadcrumb: [
        { href: '/accounts/profile/', text: 'Your account' },
        { href: back, text: 'Approvals' },
      ],
    },
  };
}
