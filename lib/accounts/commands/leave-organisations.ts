import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { tellWithoutAdmin } from '@/lib/memberships/commands/hand-over';
import { type LockedOrganisation, listAdmins, loadMembership, lockOrganisation } from '@/lib/memberships/commands/load';
import { writeEvent } from '@/lib/memberships/commands/move';
import type { Change } from '@/lib/platform/change';
import type { HandOver } from '../schema/leaving';
import type { CloseRefusal } from '../words/leaving';

/**
 * What becomes of the person's organisations when they close their account: waiting requests are withdrawn, and where they
 * are the only admin the one they chose becomes it, or the platform team takes over, knowingly. Memberships stay until the
 * account is erased, so that taking it back brings them back; an account that is closed counts as nobody's admin.
 */
export async function leaveOrganisations(
  work: Change,
  viewer: Person,
  handOvers: Record<string, HandOver>,
): Promise<Result<null, CloseRefusal>> {
  const rows = await work.db.membership.findMany({
    where: { userId: viewer.userId, state: { in: ['pending', 'active'] } },
    select: { id: true, orgCode: true },
    // Always in this order, so that two people with the same organisations do not wait for each other.
    orderBy: { orgCode: 'asc' },
  });
  for (const { id, orgCode } of rows) {
    const organisation = await lockOrganisation(work.db, orgCode);
    const membership = await loadMembership(work.db, { id });
    if (!organisation || !membership) continue;
    if (membership.standing === 'pending') await withdraw(work, viewer, organisation, id);
    if (membership.standing !== 'admin' || (await hasOtherAdmin(work, viewer, orgCode))) continue;
    const settled = await settle(work, viewer, organisation, handOvers[orgCode]);
    if (settled) return refuse(settled, { organisation: organisation.name, code: orgCode });
  }
  return done(null);
}

const hasOtherAdmin = async ({ db }: Change, viewer: Person, code: string) =>
  (await listAdmins(db, code)).some(admin => admin.userId !== viewer.userId);

/** Does what the person chose for an organisation that would have no admin; says why not. */
async function settle(work: Change, viewer: Person, organisation: LockedOrganisation, choice: HandOver | undefined) {
  if (!choice) return 'last-administrator';
  if (choice !== 'platform') return (await handOver(work, viewer, organisation, choice)) ? null : 'hand-over-gone';
  await work.note({
    action: 'organisation.left-without-admin',
    orgCode: organisation.code,
    personId: viewer.userId,
  });
  const key = `closing:${viewer.userId}:${organisation.code}:${work.now.getTime()}`;
  await tellWithoutAdmin(work, { key, organisation, left: viewer.userId });
  return null;
}

async function withdraw(work: Change, viewer: Person, organisation: LockedOrganisation, id: string) {
  const membership = await loadMembership(work.db, { id });
  if (!membership) return;
  await work.db.membership.update({ where: { id }, data: { state: 'withdrawn', stateSince: work.now } });
  const event = {
    membership,
    organisation,
    operation: 'withdraw',
    as: 'self',
    to: 'withdrawn',
    actor: viewer,
  } as const;
  await writeEvent(work, event);
  await work.note({ action: 'membership.withdraw', orgCode: organisation.code, personId: viewer.userId, subject: id });
}

/** Makes a member the admin. False when they cannot be any more. */
async function handOver(work: Change, viewer: Person, organisation: LockedOrganisation, id: string): Promise<boolean> {
  const { db, note, tell } = work;
  const { count } = await db.membership.updateMany({
    where: {
      id,
      orgCode: organisation.code,
      state: 'active',
      role: 'member',
      userId: { not: viewer.userId },
      user: { state: 'active', emailVerified: { not: null } },
    },
    data: { role: 'admin' },
  });
  const membership = count === 1 ? await loadMembership(db, { id }) : null;
  if (!membership) return false;
  const event = { membership, organisation, operation: 'promote', as: 'admin', to: 'admin', actor: viewer } as const;
  const eventId = await writeEvent(work, { ...event, membership: { ...membership, standing: 'member' } });
  await note({
    action: 'membership.promote',
    orgCode: organisation.code,
    personId: membership.person.userId,
    subject: id,
    data: { reference: membership.reference, from: 'member', to: 'admin', as: 'admin' },
  });
  await tell({
    kind: 'role-changed',
    key: `role-changed:${eventId}`,
    to: membership.person.email,
    userId: membership.person.userId,
    props: { organisation: organisation.name, code: organisation.code, role: 'admin' },
  });
  return true;
}
