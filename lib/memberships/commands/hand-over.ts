import 'server-only';
import { type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { tellRole } from './change-role';
import { listPlatformAdmins } from './load';
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
  move(viewer, { operation: 'resign', id }, tellPlatform);

async function tellPlatform({ eventId, organisation, membership }: Moved, { db, tell }: Change) {
  const active = { orgCode: organisation.code, state: 'active' } as const;
  const members = await db.membership.count({ where: active });
  for (const reader of await listPlatformAdmins(db)) {
    if (reader.userId === membership.person.userId) continue;
    await tell({
      kind: 'organisation-without-admin',
      key: `organisation-without-admin:${eventId}:${reader.userId}`,
      to: reader.email,
      userId: reader.userId,
      props: { organisation: organisation.name, code: organisation.code, members },
    });
  }
}
