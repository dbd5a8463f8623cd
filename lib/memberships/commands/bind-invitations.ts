import 'server-only';
import type { Change } from '@/lib/platform/change';
import { outcomeOf } from '../rules/invitations';
import { becomeInvited } from './invite';
import { loadMembership, lockOrganisation } from './load';

/**
 * Somebody has proved that an address is theirs: the invitations that waited for its owner become theirs to answer. The
 * caller holds the address, so none is written meanwhile. Nobody in an organisation can see that it happened.
 */
export async function bindInvitations(
  work: Change,
  { userId, address }: { userId: string; address: string },
): Promise<void> {
  const { db, now, note } = work;
  const waiting = { address, membershipId: null, expires: { gt: now } };
  const found = await db.invitation.findMany({
    where: waiting,
    orderBy: { orgCode: 'asc' },
    select: { id: true, orgCode: true },
  });
  for (const { id, orgCode } of found) {
    const organisation = await lockOrganisation(db, orgCode);
    const invitation = organisation && (await db.invitation.findFirst({ where: { ...waiting, id } }));
    if (!invitation) continue;
    const before = await loadMembership(db, { userId_orgCode: { userId, orgCode } });
    // Whoever belongs there already, or has asked under another address, needs no invitation: what waits goes its way.
    if (outcomeOf(before?.standing ?? 'none', false) !== 'new') {
      await db.invitation.delete({ where: { id } });
      continue;
    }
    const membershipId = await becomeInvited(work, { userId, organisation, before, invitedBy: invitation.invitedById });
    await db.invitation.update({ where: { id }, data: { membershipId } });
    await note({ action: 'account.invitation-found', personId: userId, subject: id });
  }
}
