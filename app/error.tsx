'use client';

import { MainNav } from '@/components/layout/main-nav';
import { Problem } from '@/components/layout/problem';
import { Shell } from '@/components/layout/shell';
import { buttonClass } from '@/components/ui/button-class';

/** What people read when a page has failed. What went wrong is in the log, under the reference. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Shell nav={<MainNav signedIn={false} />}>
      <Problem
        title="There is a problem with the service"
        reference={error.digest}
        action={
          <button type="button" className={buttonClass({ look: 'outlined' })} onClick={reset}>
            Try again
          </button>
        }
      >
        <p>It is on our side, not yours. Your last change may not have been saved.</p>
        <p>Try again in a few minutes. If it stays, write to us and quote the reference.</p>
      </Problem>
    </Shell>
  );
}
