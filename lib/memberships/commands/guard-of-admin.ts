import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import type { Change } from '@/lib/platform/change';
import { findPowers } from '../queries/find-powers';
import { listAdmins } from './load';

/**
 * Why the viewer may not act for an organisation as its admin, asked of the rows of this transaction; null where they
 * may. To everybody but its admins there is nothing there (R01, R03).
 */
export async function guardOfAdmin(
  { db }: Change,
  viewer: Person,
  code: string,
): Promise<'not-found' | 'factor-needed' | null> {
  const admins = await listAdmins(db, code);
  if (!admins.some(({ userId }) => userId === viewer.userId)) return 'not-found';
  return mayAct(await findPowers(viewer, { code }, db)) ? null : 'factor-needed';
}
