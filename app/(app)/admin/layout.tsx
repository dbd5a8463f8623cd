import type { ReactNode } from 'react';
import { PlatformNav } from '@/components/layout/platform-nav';
import { currentViewer } from '@/lib/web/viewer';

/** The platform team's own pages, side by side. Whoever does not belong to it sees nothing of them. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  return (
    <>
      {viewer.kind === 'person' && viewer.platformAdmin && <PlatformNav />}
      {children}
    </>
  );
}
