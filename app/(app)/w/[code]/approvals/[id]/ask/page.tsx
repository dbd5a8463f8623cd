import Link from 'next/link';
import { QuestionForm } from '@/components/memberships/question-form';
import { askRequester } from '../../actions';
import { pendingRequest } from '../pending';

/** One request about which the decider wants to know more. */
export default async function Ask({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { back, kind, form } = await pendingRequest(params, 'ask');
  return (
    <div data-ws={kind}>
      <QuestionForm
        {...form}
        action={askRequester}
        cancel={
          <Link href={back} prefetch={false}>
            Back to the requests
          </Link>
        }
      />
    </div>
  );
}
