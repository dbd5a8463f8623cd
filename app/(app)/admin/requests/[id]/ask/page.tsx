import Link from 'next/link';
import { QuestionForm } from '@/components/memberships/question-form';
import { askForPlatform } from '../../actions';
import { pendingRequest } from '../pending';

/** One request of the platform queue, about which the platform team wants to know more. */
export default async function Ask({ params }: { params: Promise<{ id: string }> }) {
  const { back, form } = await pendingRequest(params, 'ask');
  return (
    <QuestionForm
      {...form}
      action={askForPlatform}
      cancel={
        <Link href={back} prefetch={false}>
          Back to the request
        </Link>
      }
    />
  );
}
