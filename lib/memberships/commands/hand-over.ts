import 'server-only';
import { type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { tellRole } from './change-role';
import { type LockedOrganisation, listPlatformAdmins } from './load';
import { type Moved, type MoveRefusal, move, moveWithin } from './move';

type Answer = Promise<Result<Moved, MoveRefusal>>;

/**
 * Makes a colleague admin and goes in the same transaction, so that the organisation has an admin at every moment (R12).
 * `afterwards` says whether the one who hands over leaves or goes on as a member.
 */
export function handOver(
  viewer: Person,
  { id, successor, afterwards }: { id: string; successor: string; afterwards: 'leave' | 'step-down' },
): Answer {
  return change<Moved, MoveRefusal>(viewer, async work => {
    const next = await moveWithin(work, viewer, { operation: 'promote', id: successor }, moved =>
      tellRole(moved, work, 'admin'),
    );
    if (!next.ok) return next;
    const gone = await moveWithin(work, viewer, { operation: afterwards, id }, async () => {});
    if (gone.ok && gone.value.organisation.code !== next.value.organisation.code) return refuse('not-found');
    return gone;
  });
}

/** The last admin leaves although nobody takes over: from now on the platform team decides, and is told so. */
export const resign = (viewer: Person, { id }: { id: string }): Answer =>
  move(viewer, { operation: 'resign', id }, ({ eventId, organisation, membership }, work) =>
    tellWithoutAdmin(work, { key: eventId, organisation, left: membership.person.userId }),
  );

type Left = { key: string; organisation: LockedOrganisation; left: string };

/** Tells the platform team that nobody in an organisation decides any more. `left` is who did until now. */
export async function tellWithoutAdmin({ db, tell }: Change, { key, organisation, left }: Left): Promise<void> {
  const { code, name } = organisation;
  const members = await db.membership.count({ where: { orgCode: code, state: 'active', userId: { not: left } } });
  for (const reader of await listPlatformAdmins(db)) {
    if (reader.userId === left) continue;
    await tell({
      kind: 'organisation-without-admin',
      key: `organisation-without-admin:${key}:${reader.userId}`,
      to: reader.email,
      userId: reader.userId,
      props: { organisation: name, code, members },
    });
  }
}
