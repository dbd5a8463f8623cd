'use client';

import { FailedProblem } from '@/components/layout/failed-problem';
import { TryAgain } from '@/components/layout/try-again';

/** A page has failed; what stands around it has not. */
export default function PageFailed({ error }: { error: Error & { digest?: string } }) {
  return <FailedProblem reference={error.digest} action={<TryAgain />} />;
}
