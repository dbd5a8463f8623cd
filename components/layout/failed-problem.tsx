import type { ReactNode } from 'react';
import { Problem } from './problem';

/** What people read when a page has failed. What went wrong is in the log, under the reference. */
export function FailedProblem({ reference, action }: { reference?: string; action: ReactNode }) {
  return (
    <Problem title="There is a problem with the service" reference={reference} action={action}>
      <p>It is on our side, not yours. Your last change may not have been saved.</p>
      <p>Try again in a few minutes. If it stays, write to us and quote the reference.</p>
    </Problem>
  );
}
