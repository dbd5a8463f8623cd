import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/core/viewer';
import type { Change } from '@/lib/platform/change';
import type { Prisma } from '@/lib/platform/generated/prisma/client';
import type { Operation, Standing } from '../rules/machine';
import { type LockedOrganisation, listAdmins, loadMembership, lockOrganisation, situationOf } from './load';
import { writeEvent } from './move';
import { stoodSince } from './undo';

const held = { include: { invitedBy: { select: { name: true } } } } as const;
export type HeldInvitation = Prisma.InvitationGetPayload<typeof held>;

export type Held = {
  invitation: HeldInvitation;
  /** Whose address it is; null where nobody has proved that yet. */
  ownerId: string | null;
  organisation: LockedOrganisation;
  admins: Awaited<ReturnType<typeof listAdmins>>;
};

/** An invitation with its organisation held, so that it can be answered, cancelled or run out only once. */
export async function holdInvitation({ db }: Change, where: Prisma.InvitationWhereInput): Promise<Held | null> {
  const found = await db.invitation.findFirst({ where, select: { id: true, orgCode: true } });
  const organisation = found && (await lockOrganisation(db, found.orgCode));
  const invitation = organisation && (await db.invitation.findFirst({ where: { ...where, id: found.id }, ...held }));
  if (!invitation) return null;
  const id = membershipOf(invitation);
  const owner = await db.membership.findUnique({ where: { id }, select: { userId: true } });
  return { invitation, ownerId: owner?.userId ?? null, organisation, admins: await listAdmins(db, organisation.code) };
}

// An address without an account is asked for as well, under an id that nobody has: whoever cancels an invitation or sends
// it again must not read from the time of the answer whether the address has an account (R18).
const membershipOf = ({ membershipId }: HeldInvitation) => membershipId ?? randomUUID();

/** The situation the rulebook judges: whoever the address belongs to stands as invited. */
export const invitedSituation = (
  { ownerId, organisation, admins }: Omit<Held, 'invitation'>,
  as: 'self' | 'admin' | 'clock',
  now: Date,
) =>
  situationOf(
    { standing: 'invited', requestedAt: null, pausedAt: null, userId: ownerId ?? '' },
    organisation,
    admins,
    as,
    now,
  );

type Ending = { operation: Extract<Operation, 'decline' | 'cancel' | 'let-invitation-lapse'>; actor: Actor };

/**
 * Takes an invitation away and with it the address. Where the person stood before they stand again, so that neither the
 * reason of an earlier decision nor the wait after it is lost by having been invited (R14).
 */
export async function endInvitation(
  work: Change,
  { invitation, organisation }: Pick<Held, 'invitation' | 'organisation'>,
  ending: Ending,
) {
  const { db } = work;
  await db.invitation.delete({ where: { id: invitation.id } });
  const id = membershipOf(invitation);
  const invited = await db.membershipEvent.findFirst({
    where: { membershipId: id, operation: 'invite' },
    orderBy: { position: 'desc' },
  });
  const state = invited?.fromState;
  if (!state) {
    await db.membership.deleteMany({ where: { id, state: 'invited' } });
    return;
  }
  const membership = await loadMembership(db, { id });
  if (membership?.standing !== 'invited') return;
  await db.membership.updateMany({
    where: { id, state: 'invited' },
    data: { state, role: null, stateSince: await stoodSince(db, invited) },
  });
  const to: Standing = state === 'active' ? 'member' : state;
  const as = ({ decline: 'self', cancel: 'admin', 'let-invitation-lapse': 'clock' } as const)[ending.operation];
  await writeEvent(work, { membership, organisation, as, to, ...ending });
}
