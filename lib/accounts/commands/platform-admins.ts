import 'server-only';
import type { Db } from '@/lib/platform/db';

/**
 * Is there no other platform administrator whose account works? Held until the transaction ends, so that two who go at the
 * same moment do not both find the other.
 */
export async function isLastPlatformAdmin(
  db: Db,
  user: { id: string; platformAdminSince: Date | null },
): Promise<boolean> {
  if (!user.platformAdminSince) return false;
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('platform-administrators', 0))`;
  const others = await db.user.count({
    where: {
      id: { not: user.id },
      platformAdminSince: { not: null },
      state: 'active',
      emailVerified: { not: null },
    },
  });
  return others === 0;
}
