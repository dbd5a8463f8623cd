import Link from 'next/link';
import { RejectForm } from '@/components/memberships/reject-form';
import { rejectRequest } from '../../actions';
import { pendingRequest } from '../pending';

/** One request, to be turned down with a reason. */
export default async function Reject({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { back, kind, form } = await pendingRequest(params, 'reject');
  return (
    <div data-ws={kind}>
      <RejectForm
        {...form}
        action={rejectRequest}
        cancel={
          <Link href={back} prefetch={false}>
            Keep it waiting
          </Link>
        }
      />
    </div>
  );
}
