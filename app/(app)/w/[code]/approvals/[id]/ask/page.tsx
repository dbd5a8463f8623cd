import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { Address } from '@/components/memberships/address';
import { QuestionForm } from '@/components/memberships/question-form';
import { listApprovals } from '@/lib/memberships/queries/list-approvals';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { askRequester } from '../../actions';

/** One request about which the decider wants to know more. */
export default async function Ask({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params;
  const back = `/w/${code}/approvals/`;
  const viewer = await requireViewer(`${back}${id}/ask/`);
  await requirePowers(viewer, { code }, back);
  const approvals = await listApprovals(viewer, code);
  if (!approvals) notFound();
  const request = approvals.pending.find(one => one.id === id);
  // Decided or withdrawn meanwhile: the list says how.
  if (!request) redirect(`${back}?show=decided`);
  return (
    <div data-ws={approvals.kind}>
      <QuestionForm
        action={askRequester}
        id={id}
        hidden={{ code }}
        name={request.name}
        lead={
          <>
            <Address email={request.email} /> asks to join {approvals.name} ({code}).
          </>
        }
        breadcrumb={[
          { href: '/accounts/profile/', text: 'Your account' },
          { href: back, text: 'Approvals' },
        ]}
        cancel={
          <Link href={back} prefetch={false}>
            Back to the requests
          </Link>
        }
      />
    </div>
  );
}
