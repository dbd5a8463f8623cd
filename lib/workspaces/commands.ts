import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import type { SwitchRefusal } from './schema';

export type SwitchedTo = { membershipId: string; code: string; name: string };

/** Makes a membership the viewer's default, or none of them. Two statements: the row, which must be theirs, and the audit. */
export function switchTo(
  viewer: Person,
  membershipId: string | null,
): Promise<Result<SwitchedTo | null, SwitchRefusal>> {
  return change(viewer, async ({ db, now, note }) => {
    if (membershipId === null) {
      await note({ action: 'workspace.left', orgCode: viewer.workspace?.code });
      return done(null);
    }
    const [to] = await db.$queryRaw<SwitchedTo[]>`
      update memberships m set last_used_at = ${now} from organisations o
      where m.id = ${membershipId}::uuid and m.user_id = ${viewer.userId}::uuid and m.state = 'active'
        and o.code = m.org_code
      returning m.id as "membershipId", o.code, o.display_name as name`;
    if (!to) return refuse('not-yours');
    await note({ action: 'workspace.switched', orgCode: to.code });
    return done(to);
  });
}
