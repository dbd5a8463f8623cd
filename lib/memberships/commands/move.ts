import 'server-only';
import { randomUUID } from 'node:crypto';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Actor } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import type { Db } from '@/lib/platform/db';
import { Prisma } from '@/lib/platform/generated/prisma/client';
import { collectEvidence } from '../queries/collect-evidence';
import { findPcnThatDecided } from '../queries/find-deciding-pcn';
import { findPowers } from '../queries/find-powers';
import { resumedFrom } from '../rules/deadlines';
import { type DecisionRefusal, decide } from '../rules/decide';
import { type GuardRefusal, lackOf } from '../rules/guard';
import { type Capacity, columnsOf, type Operation, type Standing } from '../rules/machine';
import type { Authoriser, Evidence, MembershipRole } from '../schema/requests';
import {
  type Acting,
  type Colleague,
  capacityOf,
  type Loaded,
  type LockedOrganisation,
  listAdmins,
  loadMembership,
  lockOrganisation,
  situationOf,
} from './load';

export type MoveRefusal =
  | DecisionRefusal
  | GuardRefusal
  | 'person-gone'
  | 'pcn-decides-no-more'
  | 'changed-meanwhile'
  | 'asked-for-more-already'
  | 'nudged-recently';

export type Move = {
  operation: Operation;
  id: string;
  role?: MembershipRole;
  reason?: string;
  message?: string;
  authoriser?: Authoriser;
  /** Of an accepted invitation: whose word it rests on. */
  invitedBy?: string;
  /** The event that is taken back; it carries where the person stood before. */
  undoes?: { id: string; since: Date };
  /** A further condition on the row, asked while the organisation is held: a clock's due time. */
  onlyIf?: (membership: Loaded) => boolean;
  /** What to say when the condition does not hold. */
  otherwise?: MoveRefusal;
};

export type Moved = {
  eventId: string;
  membership: Loaded;
  organisation: LockedOrganisation;
  /** The organisation's administrators before the move. */
  admins: Colleague[];
  as: Capacity;
  to: Standing;
};

/**
 * One transition of an existing membership: lock the organisation, load, decide, save by compare-and-swap, write the
 * event with the evidence as it stands, note it, tell. `tell` decides who is written to.
 */
export function move(
  actor: Actor,
  wanted: Move,
  tell: (moved: Moved, change: Change) => Promise<void>,
): Promise<Result<Moved, MoveRefusal>> {
  return change(actor, work => moveWithin(work, actor, wanted, tell));
}

/** The same as one step of a larger change. */
export async function moveWithin(
  work: Change,
  actor: Actor,
  wanted: Move,
  tell: (moved: Moved, change: Change) => Promise<void>,
): Promise<Result<Moved, MoveRefusal>> {
  const found = await hold(work, actor, wanted);
  if (!found) return refuse('not-found');
  const lack = await lacking(work, actor, wanted, found);
  if (lack) return refuse(lack);
  const verdict = await judge(work, wanted, found);
  if (!verdict.ok) {
    const pcn = found.as === null ? await pcnThatDecided(work, actor, found) : null;
    return pcn ? refuse('pcn-decides-no-more', { pcn }) : verdict;
  }
  const { as, to } = verdict.value;

  const { membership, organisation, admins } = found;
  if (!(await save(work.db, membership, to, wanted, work.now))) return refuse('changed-meanwhile');
  // A row that is gone keeps no events: what happened then stands in the audit alone.
  const event = { membership, organisation, as, of: found.pcn, to, actor, ...wanted, undoes: wanted.undoes?.id };
  const eventId = to === 'none' ? randomUUID() : await writeEvent(work, event);
  if (wanted.undoes) await recountRefusals(work.db, membership.id);
  const moved = { eventId, membership, organisation, admins, as, to };
  await work.note({
    action: `membership.${wanted.operation}`,
    orgCode: organisation.code,
    personId: membership.person.userId,
    subject: membership.id,
    data: {
      reference: membership.reference,
      from: membership.standing,
      to,
      as,
      ...(found.pcn ? { of: found.pcn } : {}),
    },
  });
  await tell(moved, work);
  return done(moved);
}

type Held = {
  membership: Loaded;
  organisation: LockedOrganisation;
  admins: Colleague[];
} & Acting;

/** Everything the decision needs, read while the organisation is held. */
async function hold({ db }: Change, actor: Actor, { id, operation, authoriser }: Move): Promise<Held | null> {
  const found = await db.membership.findUnique({ where: { id }, select: { orgCode: true } });
  const organisation = found && (await lockOrganisation(db, found.orgCode));
  const membership = organisation && (await loadMembership(db, { id }));
  if (!membership) return null;
  const admins = await listAdmins(db, organisation.code);
  const asked = { person: membership.person.userId, admins, code: organisation.code, operation };
  const acting = await capacityOf(db, actor, { ...asked, authorised: authoriser !== undefined });
  return { membership, organisation, admins, ...acting };
}

/** An admin of a PCN that decided here until a moment ago is told so; to every other stranger there is nothing (R03). */
const pcnThatDecided = async ({ db }: Change, actor: Actor, { organisation }: Held): Promise<string | null> =>
  actor.kind === 'person' ? findPcnThatDecided(actor, organisation.code, db) : null;

/** What whoever acts as an administrator lacks, asked of the rows of this transaction. */
async function lacking({ db, now }: Change, actor: Actor, { operation, role }: Move, { as, pcn, organisation }: Held) {
  if (actor.kind !== 'person' || (as !== 'admin' && as !== 'pcn' && as !== 'platform')) return null;
  const powers = await findPowers(actor, as === 'platform' ? 'platform' : { code: pcn ?? organisation.code }, db);
  return lackOf({ as, operation, role, powers, fresh: isFresh(actor, now) });
}

type Verdict = Result<{ as: Capacity; to: Standing }, MoveRefusal>;

async function judge({ db, now }: Change, wanted: Move, held: Held): Promise<Verdict> {
  const { membership, organisation, admins, as } = held;
  const situation = situationOf({ ...membership, userId: membership.person.userId }, organisation, admins, as, now);
  const { operation, role, authoriser } = wanted;
  const verdict = decide({ operation, role, hasAuthoriser: authoriser !== undefined }, situation);
  if (!verdict.ok) {
    return verdict.refusal === 'already-decided' && as
      ? refuse('already-decided', await lastDecision(db, wanted.id, as))
      : verdict;
  }
  if (gains.has(operation) && membership.personState !== 'active') return refuse('person-gone');
  if (wanted.onlyIf && !wanted.onlyIf(membership)) return refuse(wanted.otherwise ?? 'changed-meanwhile');
  return as === null ? refuse('not-found') : done({ as, to: verdict.value });
}

// A right that nobody could use is not given.
const gains: ReadonlySet<Operation> = new Set(['approve', 'promote']);

/** Compare-and-swap: the row changes only while it still is what was decided upon. */
async function save(db: Db, was: Loaded, to: Standing, { operation, undoes }: Move, now: Date) {
  if (was.standing === 'none') return false;
  const before = columnsOf(was.standing);
  if (to === 'none') return (await db.membership.deleteMany({ where: { id: was.id, ...before } })).count === 1;
  const after = columnsOf(to);
  const { count } = await db.membership.updateMany({
    where: { id: was.id, ...before },
    data: {
      ...after,
      ...(after.state === before.state ? {} : { stateSince: undoes?.since ?? now }),
      ...(operation === 'approve' || operation === 'accept' ? { refusals: 0 } : {}),
      ...(operation === 'reject' || operation === 'remove' ? { refusals: { increment: 1 } } : {}),
      ...(operation === 'attest' || operation === 'attest-self' ? { attestedAt: now } : {}),
      ...(operation === 'remind' ? { remindedAt: now } : {}),
      ...(operation === 'escalate' ? { escalatedAt: now } : {}),
      ...(operation === 'nudge' ? { nudgedAt: now } : {}),
      ...(operation === 'ask-for-more' ? { pausedAt: now } : {}),
      ...(operation === 'add-message' ? goOn(was, now) : {}),
    },
  });
  return count === 1;
}

/** The answer to a question starts the clocks again where they were stopped. */
const goOn = ({ requestedAt, pausedAt }: Loaded, now: Date) =>
  requestedAt && pausedAt ? { pausedAt: null, requestedAt: resumedFrom(requestedAt, pausedAt, now) } : {};

/** What bounds asking again, counted anew once a decision was taken back. */
const recountRefusals = (db: Db, id: string) => db.$executeRaw`
  update memberships set refusals = (
    select count(*) from membership_events e
    where e.membership_id = ${id}::uuid and e.operation in ('reject', 'remove')
      and not exists (select from membership_events back where back.undoes = e.id)
      and e.position > coalesce((select max(a.position) from membership_events a
        where a.membership_id = ${id}::uuid and a.operation in ('approve', 'accept')
          and not exists (select from membership_events back where back.undoes = a.id)), 0))
  where id = ${id}::uuid`;

type Event = {
  membership: { id: string; standing: Standing; person: Colleague };
  organisation: LockedOrganisation;
  operation: Operation;
  as: Capacity;
  /** Of which PCN they are an admin, where that is why they decide. */
  of?: string | null;
  to: Standing;
  actor: Actor;
  reason?: string;
  message?: string;
  authoriser?: Authoriser;
  invitedBy?: string;
  /** Who did it, where it comes out later: an admin invites before anybody knows whose the address is. */
  by?: string;
  undoes?: string;
};

/** The lasting record of a transition, with the evidence its actor was shown, frozen (R13). */
export async function writeEvent(work: Change, event: Event): Promise<string> {
  const { membership, organisation, actor } = event;
  const pair = { userId: membership.person.userId, code: organisation.code };
  const [shown] = (await collectEvidence(work.db, [pair])).values();
  const row = await work.db.membershipEvent.create({
    data: {
      membershipId: membership.id,
      at: work.now,
      operation: event.operation,
      fromState: stateOf(membership.standing),
      toState: stateOf(event.to),
      fromRole: roleOf(membership.standing),
      role: roleOf(event.to),
      undoes: event.undoes,
      actorId: event.by ?? (actor.kind === 'person' ? actor.userId : null),
      actorAs: event.as,
      actorOrg: event.of,
      reason: event.reason,
      message: event.message,
      evidence: asJson(shown),
      authoriser: event.authoriser ?? Prisma.DbNull,
      invitedById: event.invitedBy,
    },
    select: { id: true },
  });
  return row.id;
}

const asJson = (shown: Evidence | undefined) => shown ?? Prisma.DbNull;
const stateOf = (standing: Standing) => (standing === 'none' ? null : columnsOf(standing).state);
const roleOf = (standing: Standing) => (standing === 'none' ? null : columnsOf(standing).role);

/** Who decided and when, for the one who came second (R10). The person concerned is told no names. */
async function lastDecision(db: Db, membershipId: string, asked: Capacity) {
  const event = await db.membershipEvent.findFirst({
    where: { membershipId, operation: { in: ['approve', 'reject'] }, undoneBy: null },
    orderBy: { position: 'desc' },
    select: { operation: true, at: true, actorId: true, actorAs: true },
  });
  if (!event) return { by: null, at: null, outcome: null };
  const name =
    asked !== 'self' && event.actorId
      ? (await db.user.findUnique({ where: { id: event.actorId }, select: { name: true } }))?.name
      : undefined;
  const by = event.actorAs === 'platform' && asked !== 'platform' ? 'the platform team' : (name ?? null);
  return { by, at: event.at, outcome: event.operation === 'approve' ? 'approved' : 'rejected' };
}
