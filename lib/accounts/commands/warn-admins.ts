import 'server-only';
import { formatDate } from '@/lib/core/dates';
import { done } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { listEndingPowers } from '@/lib/memberships/queries/find-powers';
import { change } from '@/lib/platform/change';
import { WARNED } from '../rules/limits';

/**
 * Writes to administrators without a second step (R33): before their powers come to rest, and when they do. Run each
 * night, or twice in one, it writes each once.
 */
export async function warnAdmins(actor: Machine): Promise<number> {
  const { now } = actor;
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  const ending = await listEndingPowers(at(-WARNED.after), at(WARNED.before), now);
  await change(actor, async ({ tell }) => {
    for (const { userId, name, email, ends } of ending) {
      const resting = ends <= now;
      const key = `factor-needed:${userId}:${resting ? 'resting' : 'soon'}:${ends.getTime()}`;
      await tell({ kind: 'factor-needed', key, to: email, userId, props: { name, until: formatDate(ends), resting } });
    }
    return done(null);
  });
  return ending.length;
}
