import type { ReactNode } from 'react';
import { SessionNav, SessionWorkspace } from '@/components/layout/session-island';
import { SessionProvider } from '@/components/layout/session-provider';
import { Shell } from '@/components/layout/shell';

/** Pages written once, at build, and the same for everybody; who is signed in is filled in by the browser. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <SessionProvider>
      <Shell switcher={<SessionWorkspace />} nav={<SessionNav />}>
        {children}
      </Shell>
    </SessionProvider>
  );
}
