import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { type AskingRefusal, mayAsk } from '../rules/asking';
import { type DecisionRefusal, decide } from '../rules/decide';
import { columnsOf, type Standing } from '../rules/machine';
import type { JoinRequest } from '../schema/requests';
import { claimWords } from '../words';
import { createMembership } from './create-membership';
import { type Loaded, listAdmins, loadMembership, lockOrganisation, lockPerson, situationOf } from './load';
import { writeEvent } from './move';
import { tellOfNew } from './remind-deciders';

export type AskRefusal = DecisionRefusal | AskingRefusal | 'unknown-organisation' | 'changed-meanwhile';

/** Asks to be linked to a practice or PCN. Whoever already has asked is refused with the id of that request. */
export function requestToJoin(viewer: Person, asked: JoinRequest): Promise<Result<{ id: string }, AskRefusal>> {
  return change(viewer, async work => {
    // The person first, so that their open requests are counted one request after the other.
    await lockPerson(work.db, viewer.userId);
    const organisation = await lockOrganisation(work.db, asked.code);
    if (!organisation) return refuse('unknown-organisation');
    const now = work.now;
    const where = { userId_orgCode: { userId: viewer.userId, orgCode: organisation.code } };
    const before = await loadMembership(work.db, where);
    const admins = await listAdmins(work.db, organisation.code);

    const standing: Standing = before?.standing ?? 'none';
    const facts = { standing, requestedAt: null, pausedAt: null, userId: viewer.userId };
    const verdict = decide({ operation: 'request' }, situationOf(facts, organisation, admins, 'self', now));
    if (!verdict.ok) return refuse(verdict.refusal, { id: before?.id ?? null });
    const refused = mayAsk(await askingOf(work, viewer, before), now);
    if (!refused.ok) return refused;

    const claim = asked.claim === 'other' ? `Other: ${asked.claimOther}` : claimWords[asked.claim];
    const id = await save(work, viewer, organisation.code, before, { claim, message: asked.message || null });
    if (!id) return refuse('changed-meanwhile');
    const person = { userId: viewer.userId, name: viewer.name, email: viewer.email };
    const membership = { id, standing, person };
    const event = { membership, organisation, operation: 'request', as: 'self', to: 'pending', actor: viewer } as const;
    const eventId = await writeEvent(work, { ...event, message: asked.message || undefined });
    await work.note({
      action: 'membership.request',
      orgCode: organisation.code,
      subject: id,
      data: { from: standing },
    });
    await tellOfNew(work, { eventId, membershipId: id, organisation, person, claim, requestedAt: now }, admins);
    return done({ id });
  });
}

async function askingOf({ db, now }: Change, viewer: Person, before: Loaded | null) {
  const open = await db.membership.count({ where: { userId: viewer.userId, state: 'pending' } });
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const today = await db.membershipEvent.count({
    where: { actorId: viewer.userId, operation: 'request', at: { gt: dayAgo } },
  });
  return {
    standing: before?.standing ?? ('none' as const),
    since: before?.since ?? null,
    refusals: before?.refusals ?? 0,
    open,
    today,
  };
}

type Said = { claim: string; message: string | null };

/** Saves the request over what was there, if it still is; null when somebody else was quicker. */
async function save(work: Change, viewer: Person, orgCode: string, before: Loaded | null, said: Said) {
  const clocks = { requestedAt: work.now, remindedAt: null, escalatedAt: null, pausedAt: null, nudgedAt: null };
  const care = { assigneeId: null, assignedAt: null };
  const pending = { state: 'pending', role: null, stateSince: work.now, ...said, ...clocks, ...care } as const;
  if (before) {
    if (before.standing === 'none') return null;
    const was = columnsOf(before.standing);
    const { count } = await work.db.membership.updateMany({ where: { id: before.id, ...was }, data: pending });
    return count === 1 ? before.id : null;
  }
  return createMembership(work, { ...pending, userId: viewer.userId, orgCode });
}
