import type { Metadata } from 'next';
import { FailedProblem } from '@/components/layout/failed-problem';
import { UnaskedShell } from '@/components/layout/unasked-shell';

export const metadata: Metadata = { robots: { index: false } };

/** Sent in place of a page that failed, without scripts and with a reference (scripts/whole-page.mjs). */
export default function Failed() {
  return (
    <UnaskedShell>
      <FailedProblem
        action={
          <p>
            <a href="/">Go to the home page</a>
          </p>
        }
      />
    </UnaskedShell>
  );
}
