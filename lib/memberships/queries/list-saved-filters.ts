import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';

export type SavedFilter = { id: string; name: string; search: string };

/** The viewer's own filters of the platform queue, by name. */
export function listSavedFilters(viewer: Person): Promise<SavedFilter[]> {
  return db().savedFilter.findMany({
    where: { userId: viewer.userId, user: { platformAdminSince: { not: null } } },
    select: { id: true, name: true, search: true },
    orderBy: { name: 'asc' },
  });
}
