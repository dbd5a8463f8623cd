import Link from 'next/link';
import { RejectForm } from '@/components/memberships/reject-form';
import { rejectForPlatform } from '../../actions';
import { pendingRequest } from '../pending';

/** One request of the platform queue, to be turned down with a reason. */
export default async function Reject({ params }: { params: Promise<{ id: string }> }) {
  const { back, form } = await pendingRequest(params, 'reject');
  return (
    <RejectForm
      {...form}
      action={rejectForPlatform}
      cancel={
        <Link href={back} prefetch={false}>
          Keep it waiting
        </Link>
      }
    />
  );
}
