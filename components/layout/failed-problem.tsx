import type { ReactNode } from 'react';
import { documentTitle } from '@/lib/core/site';

/**
 * What people read when a page has failed. What went wrong is in the log, under the reference. Every page carries this
 * for its error boundaries, several times: hence no drawing and nothing else to load.
 */
export function FailedProblem({ reference, action }: { reference?: string; action: ReactNode }) {
  const title = 'There is a problem with the service';
  return (
    <div className="grid justify-items-start gap-4">
      <title>{documentTitle(title)}</title>
      <h1>{title}</h1>
      <p>It is on our side, not yours. Your last change may not have been saved.</p>
      <p>
        Try again in a few minutes. If it stays, <a href="/help/">write to us</a> and quote the reference.
      </p>
      {reference && (
        <p className="text-s text-ink-soft">
          Reference: <code className="font-mono">{reference}</code>
        </p>
      )}
      {action}
    </div>
  );
}
