import 'server-only';
import type { Actor, Person } from '@/lib/core/viewer';
import type { Db } from '@/lib/platform/db';
import { findDecidingPcn } from '../queries/find-deciding-pcn';
import { isLate } from '../rules/deadlines';
import { opennessOf, type Situation } from '../rules/decide';
import { type Capacity, type Operation, type Standing, standingOf, transition } from '../rules/machine';
import type { MembershipRole, MembershipState } from '../schema/requests';

export type LockedOrganisation = {
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  status: string;
  linkable: boolean;
};

export type Colleague = { userId: string; name: string; email: string };

/** A membership as it stands inside the transaction that holds its organisation. */
export type Loaded = {
  id: string;
  reference: string;
  person: Colleague;
  personState: string;
  standing: Standing;
  since: Date;
  requestedAt: Date | null;
  remindedAt: Date | null;
  escalatedAt: Date | null;
  /** The deciders wait for an answer since then: no clock runs. */
  pausedAt: Date | null;
  nudgedAt: Date | null;
  /** When somebody last confirmed that they still belong. */
  attestedAt: Date | null;
  refusals: number;
  claim: string | null;
  message: string | null;
};

/**
 * Takes the organisation for this transaction, so that everything about who belongs to it happens one after the other.
 * `no key update` lets the foreign keys of presets and memberships elsewhere through.
 */
export async function lockOrganisation(db: Db, code: string): Promise<LockedOrganisation | null> {
  const [row] = await db.$queryRaw<LockedOrganisation[]>`
    select code, display_name as name, kind::text, status::text, linkable from organisations
    where code = ${code} and kind in ('practice', 'pcn') for no key update`;
  return row ?? null;
}

/** Locks a person before their organisation, where both are needed: always in this order. */
export async function lockPerson(db: Db, userId: string): Promise<void> {
  await db.$queryRaw`select id from users where id = ${userId}::uuid for no key update`;
}

type Where = { id: string } | { userId_orgCode: { userId: string; orgCode: string } };

export async function loadMembership(db: Db, where: Where): Promise<Loaded | null> {
  const row = await db.membership.findUnique({
    where,
    include: { user: { select: { name: true, email: true, state: true } } },
  });
  if (!row) return null;
  const { user, userId, state, role, stateSince, ...rest } = row;
  return {
    ...rest,
    person: { userId, name: user.name, email: user.email ?? '' },
    personState: user.state,
    standing: standing(state, role),
    since: stateSince,
  };
}

const standing = (state: MembershipState, role: MembershipRole | null): Standing => standingOf({ state, role });

const canAct = { state: 'active', emailVerified: { not: null } } as const;

/** Administrators of the organisation whose accounts work. */
export async function listAdmins(db: Db, code: string): Promise<Colleague[]> {
  const rows = await db.membership.findMany({
    where: { orgCode: code, role: 'admin', user: canAct },
    select: { userId: true, user: { select: { name: true, email: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ userId, user }) => ({ userId, name: user.name, email: user.email ?? '' }));
}

export async function listPlatformAdmins(db: Db): Promise<Colleague[]> {
  const rows = await db.user.findMany({
    where: { ...canAct, platformAdminSince: { not: null } },
    select: { id: true, name: true, email: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, name, email }) => ({ userId: id, name, email: email ?? '' }));
}

/** In what capacity somebody acts, and of which PCN they are an admin, where that is why. */
export type Acting = { as: Capacity | null; pcn: string | null };

type Asked = { person: string; admins: Colleague[]; code: string; operation: Operation; authorised: boolean };

/** In what capacity the actor stands to this person in this organisation, asked of the database now (R01). */
export async function capacityOf(db: Db, actor: Actor, asked: Asked): Promise<Acting> {
  if (actor.kind === 'clock' || actor.kind === 'register') return plain(actor.kind);
  if (actor.kind !== 'person') return plain(null);
  if (actor.userId === asked.person) return plain('self');
  if (asked.admins.some(admin => admin.userId === actor.userId)) return plain('admin');
  // Whoever names an authoriser acts for the platform team, also where they are an admin of the PCN.
  const pcn = asked.authorised ? null : await pcnOf(db, actor, asked);
  if (pcn) return { as: 'pcn', pcn };
  if (!actor.platformAdmin) return plain(null);
  const still = await db.user.count({ where: { id: actor.userId, ...canAct, platformAdminSince: { not: null } } });
  return plain(still === 1 ? 'platform' : null);
}

const plain = (as: Capacity | null): Acting => ({ as, pcn: null });

/** The PCN that decides for this organisation, if the actor is one of its admins and it may do such a thing at all. */
async function pcnOf(db: Db, { userId }: Person, { code, operation }: Asked): Promise<string | null> {
  if (!transition(operation).by.pcn) return null;
  const pcn = await findDecidingPcn(code, db);
  return pcn && (await listAdmins(db, pcn.code)).some(admin => admin.userId === userId) ? pcn.code : null;
}

export function situationOf(
  loaded: Pick<Loaded, 'standing' | 'requestedAt' | 'pausedAt'> & { userId: string },
  organisation: LockedOrganisation,
  admins: Colleague[],
  capacity: Capacity | null,
  now: Date,
): Situation {
  return {
    standing: loaded.standing,
    capacity,
    admins: admins.length,
    otherAdmins: admins.filter(admin => admin.userId !== loaded.userId).length,
    late: loaded.requestedAt !== null && isLate(loaded.requestedAt, loaded.pausedAt ?? now),
    organisation: opennessOf(organisation),
  };
}
