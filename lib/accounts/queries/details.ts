import 'server-only';
import type { Person, Viewer } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';

/** What a person sees of their own account, and how far they have come with it. */
export async function findDetails(viewer: Person) {
  const { _count, ...details } = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: {
      passwordChangedAt: true,
      setupDismissedAt: true,
      _count: {
        select: {
          memberships: { where: { state: { in: ['pending', 'active'] } } },
          presets: { where: { deletedAt: null } },
        },
      },
    },
  });
  return { ...details, linked: _count.memberships > 0, presets: _count.presets };
}

/** True while the server's set-up link works: there is no platform administrator yet. */
export async function isSetUpOpen(_viewer: Viewer): Promise<boolean> {
  const [code, administrators] = await Promise.all([
    db().setting.count({ where: { key: 'setup-code' } }),
    db().user.count({ where: { platformAdminSince: { not: null } } }),
  ]);
  return code > 0 && administrators === 0;
}
