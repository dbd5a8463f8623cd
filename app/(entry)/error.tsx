'use client';

import { FailedProblem } from '@/components/layout/failed-problem';
import { TryAgain } from '@/components/layout/try-again';

/** A page has failed; what stands around it has not. */
export default function PageFailed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FailedProblem reference={error.digest} action={<TryAgain reset={reset} />} />;
}
