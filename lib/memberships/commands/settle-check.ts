import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { isCovered } from '../rules/member-check';
import type { Authoriser } from '../schema/requests';
import { lockOrganisation } from './load';
import { type Moved, type MoveRefusal, moveWithin } from './move';
import { endWithin, tellLapsed } from './run-member-checks';

/**
 * What the platform team found out about the last admin of an organisation that did not check its list: they still work
 * there, or no longer, on the word of somebody there. Without them the organisation is the platform team's to look after.
 */
export function settleCheck(
  viewer: Person,
  { id, stays, authoriser }: { id: string; stays: boolean; authoriser: Authoriser },
): Promise<Result<Moved, MoveRefusal | 'no-check'>> {
  return change<Moved, MoveRefusal | 'no-check'>(viewer, async work => {
    const found = await work.db.memberCheck.findUnique({ where: { id }, select: { orgCode: true } });
    if (!found) return refuse('not-found');
    await lockOrganisation(work.db, found.orgCode);
    const check = await work.db.memberCheck.findFirst({ where: { id, endedAt: null, escalatedAt: { not: null } } });
    if (!check) return refuse('no-check');
    const active = await work.db.membership.findMany({ where: { orgCode: found.orgCode, state: 'active' } });
    const last = active.find(row => isCovered({ ...row, since: row.stateSince }, check.openedAt));
    if (!last) return refuse('no-check');
    const wanted = { operation: stays ? 'attest' : 'lapse', id: last.id, authoriser } as const;
    const moved = await moveWithin(work, viewer, wanted, stays ? async () => {} : tellLapsed);
    if (!moved.ok) return moved;
    await endWithin(work, { id, code: found.orgCode });
    return done(moved.value);
  });
}
