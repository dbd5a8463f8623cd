import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { askAgainFrom, mayAskAgain } from '../rules/asking';
import { standingOf } from '../rules/machine';
import type { Evidence } from '../schema/requests';
import type { OwnStanding } from '../schema/views';
import { collectEvidence } from './collect-evidence';

/** Where the viewer stands with these organisations; those they never asked for are left out. */
export async function findStandings(viewer: Person, codes: string[]): Promise<OwnStanding[]> {
  if (codes.length === 0) return [];
  const rows = await db().membership.findMany({
    where: { userId: viewer.userId, orgCode: { in: codes } },
    select: { id: true, orgCode: true, state: true, role: true, stateSince: true, refusals: true },
  });
  return rows.map(row => {
    const standing = standingOf(row);
    return {
      id: row.id,
      code: row.orgCode,
      standing,
      since: row.stateSince,
      askAgainFrom: askAgainFrom(standing, row.stateSince),
      mayAskAgain: mayAskAgain(row.refusals),
    };
  });
}

/** What the viewer reads before they ask: who would decide, and what the decider would be shown about them. */
export async function beforeAsking(
  viewer: Person,
  code: string,
): Promise<{ hasAdmin: boolean; evidence: Evidence | null }> {
  const [admins, shown] = await Promise.all([
    db().membership.count({ where: { orgCode: code, role: 'admin', user: { state: 'active' } } }),
    collectEvidence(db(), [{ userId: viewer.userId, code }]),
  ]);
  return { hasAdmin: admins > 0, evidence: [...shown.values()][0] ?? null };
}
