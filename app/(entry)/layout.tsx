import type { ReactNode } from 'react';
import { MainNav } from '@/components/layout/main-nav';
import { Shell } from '@/components/layout/shell';
import { currentViewer } from '@/lib/web/viewer';

/**
 * The ways into an account. They stand apart from the pages behind them because whoever comes here works nowhere yet:
 * without a switcher to load, signing in is quick on an old machine.
 */
export default async function EntryLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  const person = viewer.kind === 'person' ? viewer : null;
  return <Shell nav={<MainNav signedIn={person !== null} platformAdmin={person?.platformAdmin} />}>{children}</Shell>;
}
