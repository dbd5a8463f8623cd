import 'server-only';
import { randomUUID } from 'node:crypto';
import { formatDate } from '@/lib/core/dates';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import type { Db } from '@/lib/platform/db';
import { holdAddress } from '@/lib/platform/hold-address';
import { digest, keyedDigest, randomToken } from '@/lib/platform/seal';
import { findPowers } from '../queries/find-powers';
import { type DecisionRefusal, decide } from '../rules/decide';
import { type GuardRefusal, lackOf } from '../rules/guard';
import {
  flawOf,
  invitationEnds,
  MOST_AT_ONCE,
  MOST_INVITATIONS_A_DAY,
  MOST_INVITATIONS_OPEN,
  MOST_MAILS_TO_ADDRESS,
  type Outcome,
  outcomeOf,
} from '../rules/invitations';
import { columnsOf } from '../rules/machine';
import type { MembershipRole } from '../schema/requests';
import { createMembership } from './create-membership';
import { endInvitation, holdInvitation } from './hold-invitation';
import {
  type Colleague,
  type Loaded,
  type LockedOrganisation,
  listAdmins,
  loadMembership,
  lockOrganisation,
  lockPerson,
  situationOf,
} from './load';
import { writeEvent } from './move';

type Wanted = { code: string; role: MembershipRole; addresses: readonly string[] };
export type Invited = { organisation: LockedOrganisation; outcomes: { address: string; outcome: Outcome | 'sent' }[] };
export type InviteRefusal =
  | DecisionRefusal
  | GuardRefusal
  | 'too-many-at-once'
  | 'too-many-invitations'
  | 'changed-meanwhile';

/**
 * Invites addresses to an organisation, each judged by itself: what does not fit is left out and told. An address with an
 * account gets an invited membership, one without waits for its owner; whoever invites cannot tell one from the other.
 */
export function invite(viewer: Person, { code, role, addresses }: Wanted): Promise<Result<Invited, InviteRefusal>> {
  return change<Invited, InviteRefusal>(viewer, async work => {
    if (addresses.length > MOST_AT_ONCE) return refuse('too-many-at-once');
    const owners = await holdAll(work, viewer, addresses);
    const held = await holdAsAdmin(work, viewer, code, role);
    if (!held.ok) return held;
    const { organisation } = held.value;
    const sender = { work, viewer, role, ...held.value, elsewhere: await findElsewhere(work.db, viewer, code) };
    const outcomes: Invited['outcomes'] = [];
    for (const address of addresses) {
      const one = await inviteOne(sender, address, owners.get(address) ?? null);
      if (!one.ok) return one;
      outcomes.push({ address, outcome: one.value });
    }
    const sent = outcomes.filter(({ outcome }) => outcome === 'sent').length;
    return (await tooMany(work, code, sent)) ? refuse('too-many-invitations') : done({ organisation, outcomes });
  });
}

type Place = { organisation: LockedOrganisation; admins: Colleague[] };

/** The organisation, held, for an admin of it whose powers do not rest; to everybody else it does not exist (R03). */
async function holdAsAdmin(
  work: Change,
  viewer: Person,
  code: string,
  role: MembershipRole,
): Promise<Result<Place, InviteRefusal>> {
  const organisation = await lockOrganisation(work.db, code);
  const admins = organisation ? await listAdmins(work.db, code) : [];
  if (!organisation || !admins.some(({ userId }) => userId === viewer.userId)) return refuse('not-found');
  const powers = await findPowers(viewer, organisation, work.db);
  const lack = lackOf({ as: 'admin', operation: 'invite', role, powers, fresh: isFresh(viewer, work.now) });
  return lack ? refuse(lack) : done({ organisation, admins });
}

/**
 * Holds the addresses, then their owners, then (the caller) the organisation: always in this order. While an address is
 * held nobody confirms it, so no invitation slips in between looking for its owner and writing it down.
 */
async function holdAll({ db }: Change, viewer: Person, addresses: readonly string[]): Promise<Map<string, string>> {
  for (const address of [...addresses].sort()) await holdAddress(db, address);
  const where = { email: { in: [...addresses] }, emailVerified: { not: null } };
  const first = await db.user.findMany({ where, select: { id: true, email: true } });
  // For an address that nobody has, whoever invites: so that it takes as long.
  const ids = addresses.map(address => first.find(({ email }) => email === address)?.id ?? viewer.userId);
  for (const id of ids.sort()) await lockPerson(db, id);
  const owners = await db.user.findMany({ where, select: { id: true, email: true } });
  return new Map(owners.flatMap(({ id, email }): [string, string][] => (email ? [[email, id]] : [])));
}

type Sender = Place & { work: Change; viewer: Person; role: MembershipRole; elsewhere: LockedOrganisation | null };

async function inviteOne(
  sender: Sender,
  address: string,
  userId: string | null,
): Promise<Result<Outcome | 'sent', InviteRefusal>> {
  const { work, viewer, organisation, admins, role } = sender;
  const { db, now } = work;
  await clearStale(sender, address);
  const waiting = await db.invitation.count({ where: { orgCode: organisation.code, address } });
  const whose = userId ?? randomUUID();
  const before = await loadMembership(db, { userId_orgCode: { userId: whose, orgCode: organisation.code } });
  const outcome = outcomeOf(before?.standing ?? 'none', waiting > 0);
  if (outcome !== 'new') return done(outcome);
  const facts = {
    standing: before?.standing ?? 'none',
    requestedAt: null,
    pausedAt: null,
    userId: userId ?? '',
  } as const;
  const verdict = decide({ operation: 'invite', role }, situationOf(facts, organisation, admins, 'admin', now));
  if (!verdict.ok) return verdict;
  const key = await mailKey(work, organisation.code, address);
  if (!key) return done('mailed-enough');
  const membershipId = await becomeInvitedOrNobody(sender, userId, before);
  if (userId && !membershipId) return refuse('changed-meanwhile');
  const token = randomToken();
  const invitation = await db.invitation.create({
    data: {
      orgCode: organisation.code,
      address,
      role,
      token: digest(token),
      invitedById: viewer.userId,
      createdAt: now,
      expires: invitationEnds(now),
      membershipId,
    },
  });
  // Nobody's account is named: whoever reads the organisation's activity must not learn whose address this is.
  await work.note({
    action: 'membership.invite',
    orgCode: organisation.code,
    subject: invitation.id,
    data: { to: role },
  });
  await tellInvited(work, { ...invitation, userId, inviter: viewer.name, organisation, token, key });
  return done('sent');
}

/**
 * An address that nobody has gets the same work for nothing: whoever invites becomes invited elsewhere, which is taken back
 * at once. So the time of the answer does not tell whether the address has an account (R18).
 */
async function becomeInvitedOrNobody(
  { work, viewer, organisation, elsewhere }: Sender,
  userId: string | null,
  before: Loaded | null,
): Promise<string | null> {
  await work.db.$executeRaw`savepoint invited`;
  const invitedBy = viewer.userId;
  if (userId) {
    const id = await becomeInvited(work, { userId, organisation, before, invitedBy });
    await work.db.$executeRaw`release savepoint invited`;
    return id;
  }
  if (elsewhere) await becomeInvited(work, { userId: invitedBy, organisation: elsewhere, before: null, invitedBy });
  await work.db.$executeRaw`rollback to savepoint invited`;
  return null;
}

/** An organisation to which whoever invites stands in no relation; null where there is none. */
async function findElsewhere(db: Db, { userId }: Person, code: string): Promise<LockedOrganisation | null> {
  const [row] = await db.$queryRaw<LockedOrganisation[]>`
    select o.code, o.display_name as name, o.kind::text, o.status::text, o.linkable from organisations o
    where o.kind in ('practice', 'pcn') and o.code <> ${code}
      and not exists (select from memberships m where m.org_code = o.code and m.user_id = ${userId}::uuid)
    limit 1`;
  return row ?? null;
}

/** One that ran out or lost the word it rested on makes room for a new one. */
async function clearStale({ work, viewer, organisation, admins }: Sender, address: string) {
  const stale = await holdInvitation(work, { orgCode: organisation.code, address });
  if (!stale) return;
  const { expires, invitedById } = stale.invitation;
  const vouched = admins.some(({ userId }) => userId === invitedById);
  if (!flawOf({ expires, vouched }, work.now)) return;
  await endInvitation(work, stale, { operation: 'cancel', actor: viewer });
  const { id: subject, role: to } = stale.invitation;
  await work.note({ action: 'membership.cancel', orgCode: organisation.code, subject, data: { to } });
}

type Becoming = { userId: string; organisation: LockedOrganisation; before: Loaded | null; invitedBy: string };

/** Makes somebody's relation to the organisation an invitation; null when somebody else was quicker. */
export async function becomeInvited(
  work: Change,
  { userId, organisation, before, invitedBy }: Becoming,
): Promise<string | null> {
  const data = { state: 'invited', role: null, stateSince: work.now } as const;
  const id = before
    ? await turn(work, before, data)
    : await createMembership(work, { ...data, userId, orgCode: organisation.code });
  if (!id) return null;
  const membership = await loadMembership(work.db, { id });
  if (!membership) return null;
  const event = {
    organisation,
    operation: 'invite',
    as: 'admin',
    to: 'invited',
    actor: { kind: 'system', now: work.now, requestId: '' },
    by: invitedBy,
  } as const;
  await writeEvent(work, { ...event, membership: { ...membership, standing: before?.standing ?? 'none' } });
  return id;
}

async function turn({ db }: Change, before: Loaded, data: { state: 'invited'; role: null; stateSince: Date }) {
  if (before.standing === 'none') return null;
  const { count } = await db.membership.updateMany({ where: { id: before.id, ...columnsOf(before.standing) }, data });
  return count === 1 ? before.id : null;
}

/** What names the next mail to this address from here; null when it had enough today. */
export async function mailKey({ db, now }: Change, code: string, address: string): Promise<string | null> {
  const day = `invitation:${keyedDigest('invitation', `${code} ${address}`)}:${now.toISOString().slice(0, 10)}`;
  const keys = Array.from({ length: MOST_MAILS_TO_ADDRESS }, (_, n) => `${day}:${n + 1}`);
  const used = await db.mail.findMany({ where: { eventKey: { in: keys } }, select: { eventKey: true } });
  return keys.find(key => !used.some(({ eventKey }) => eventKey === key)) ?? null;
}

type Letter = {
  address: string;
  userId: string | null;
  role: MembershipRole;
  expires: Date;
  inviter: string;
  organisation: LockedOrganisation;
  token: string;
  key: string;
};

/** The same mail whether the address has an account or not: the page behind its link knows. */
export async function tellInvited(
  { tell }: Change,
  { address, userId, role, expires, inviter, organisation, token, key }: Letter,
) {
  const { name, code } = organisation;
  const props = { organisation: name, code, role, inviter, until: formatDate(expires), token };
  await tell({ kind: 'invitation', key, to: address, userId: userId ?? undefined, props });
}

/** Counted after writing, while the organisation is held: nobody else writes for it meanwhile. */
async function tooMany({ db, now }: Change, orgCode: string, sent: number): Promise<boolean> {
  if (sent === 0) return false;
  const at = { gt: new Date(now.getTime() - 86_400_000) };
  const today = await db.audit.count({ where: { orgCode, action: 'membership.invite', at } });
  return today > MOST_INVITATIONS_A_DAY || (await db.invitation.count({ where: { orgCode } })) > MOST_INVITATIONS_OPEN;
}
