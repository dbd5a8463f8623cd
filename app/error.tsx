'use client';

import { FailedProblem } from '@/components/layout/failed-problem';
import { TryAgain } from '@/components/layout/try-again';

/** A layout has failed, and what stands in its header with it: this page needs neither. Every page carries it, so it is small. */
export default function Failed({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className="mx-auto max-w-page px-gutter py-12">
      <FailedProblem reference={error.digest} action={<TryAgain />} />
    </main>
  );
}
