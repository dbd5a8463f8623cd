'use client';

import { FailedProblem } from '@/components/layout/failed-problem';
import { SessionNav, SessionWorkspace } from '@/components/layout/session-island';
import { SessionProvider } from '@/components/layout/session-provider';
import { Shell } from '@/components/layout/shell';
import { TryAgain } from '@/components/layout/try-again';

/** A layout has failed, so this page brings its own. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <SessionProvider>
      <Shell switcher={<SessionWorkspace />} nav={<SessionNav />}>
        <FailedProblem reference={error.digest} action={<TryAgain reset={reset} />} />
      </Shell>
    </SessionProvider>
  );
}
