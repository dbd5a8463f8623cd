import { NotFoundProblem } from '@/components/layout/not-found-problem';
import { SessionNav, SessionWorkspace } from '@/components/layout/session-island';
import { SessionProvider } from '@/components/layout/session-provider';
import { Shell } from '@/components/layout/shell';

export default function NotFound() {
  return (
    <SessionProvider>
      <Shell switcher={<SessionWorkspace />} nav={<SessionNav />}>
        <NotFoundProblem />
      </Shell>
    </SessionProvider>
  );
}
