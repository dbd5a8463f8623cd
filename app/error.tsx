'use client';

import { Problem } from '@/components/layout/problem';
import { SessionNav, SessionWorkspace } from '@/components/layout/session-island';
import { SessionProvider } from '@/components/layout/session-provider';
import { Shell } from '@/components/layout/shell';
import { buttonClass } from '@/components/ui/button-class';

/** What people read when a page has failed. What went wrong is in the log, under the reference. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <SessionProvider>
      <Shell switcher={<SessionWorkspace />} nav={<SessionNav />}>
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
    </SessionProvider>
  );
}
