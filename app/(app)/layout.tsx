import type { ReactNode } from 'react';
import { MainNav } from '@/components/layout/main-nav';
import { Shell } from '@/components/layout/shell';
import { currentViewer } from '@/lib/web/viewer';

/** Pages rendered per request: who asks is known before the first byte, so nothing in the header waits for a script. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  const person = viewer.kind === 'person' ? viewer : null;
  return (
    <Shell
      place={person?.workspace?.kind ?? 'none'}
      nav={<MainNav signedIn={person !== null} platformAdmin={person?.platformAdmin} />}
    >
      {children}
    </Shell>
  );
}
