import 'server-only';
import type { Person, Viewer } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';

/** What a person sees of their own account. */
export async function findDetails(viewer: Person) {
  return db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { name: true, email: true, passwordChangedAt: true, setupDismissedAt: true },
  });
}

/** True while the server's set-up link works: there is no platform administrator yet. */
export async function isSetUpOpen(_viewer: Viewer): Promise<boolean> {
  const [code, administrators] = await Promise.all([
    db().setting.count({ where: { key: 'setup-code' } }),
    db().user.count({ where: { platformAdminSince: { not: null } } }),
  ]);
  return code > 0 && administrators === 0;
}
