import type { ReactNode } from 'react';
import { MainNav } from '@/components/layout/main-nav';
import { SessionEnd } from '@/components/layout/session-end';
import { Shell } from '@/components/layout/shell';
import { SwitcherView } from '@/components/layout/switcher-view';
import { workspaceLists } from '@/components/workspaces/lists';
import { DEMONSTRATION } from '@/lib/datasets/words';
import { currentViewer } from '@/lib/web/viewer';
import { currentSurroundings } from '@/lib/web/workspace';
import { switchWorkspace } from './workspaces/actions';

/** Pages rendered per request: who asks is known before the first byte, so nothing in the header waits for a script. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  const surroundings = await currentSurroundings();
  const person = viewer.kind === 'person' ? viewer : null;
  const current = person?.workspace?.membershipId ?? null;
  return (
    <Shell
      place={person?.workspace?.kind ?? 'none'}
      switcher={person && <SwitcherView {...workspaceLists(current, surroundings)} action={switchWorkspace} />}
      nav={<MainNav signedIn={person !== null} platformAdmin={person?.platformAdmin} />}
      service={surroundings.demonstration && <p>{DEMONSTRATION}</p>}
    >
      {person?.sessionTime && <SessionEnd time={person.sessionTime} person={person.userId} />}
      {children}
    </Shell>
  );
}
