import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { Address } from '@/components/memberships/address';
import { QuestionForm } from '@/components/memberships/question-form';
import { findQueueItem } from '@/lib/memberships/queries/find-queue-item';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { askForPlatform } from '../../actions';

/** One request of the platform queue, about which the platform team wants to know more. */
export default async function Ask({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const back = `/admin/requests/${id}/`;
  const viewer = await requireViewer(`${back}ask/`);
  await requirePowers(viewer, 'platform', back);
  const item = await findQueueItem(viewer, id);
  if (!item) notFound();
  // Decided or withdrawn meanwhile: its page says how.
  if (item.standing !== 'pending') redirect(back);
  return (
    <QuestionForm
      action={askForPlatform}
      id={id}
      name={item.name}
      lead={
        <>
          <Address email={item.email} /> asks to join {item.organisation} ({item.code}).
        </>
      }
      breadcrumb={[
        { href: '/admin/requests/', text: 'Requests' },
        { href: back, text: item.name },
      ]}
      cancel={
        <Link href={back} prefetch={false}>
          Back to the request
        </Link>
      }
    />
  );
}
