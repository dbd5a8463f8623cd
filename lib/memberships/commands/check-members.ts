import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { isCovered } from '../rules/member-check';
import type { CheckAnswers } from '../schema/members';
import { REMOVED_AT_CHECK } from '../words/check';
import { guardOfAdmin } from './guard-of-admin';
import { lockOrganisation } from './load';
import { type MoveRefusal, moveWithin } from './move';
import { tellRemoved } from './remove';
import { endWithin } from './run-member-checks';

export type Checked = {
  confirmed: number;
  removed: number;
  /** Answers about people who were gone or dealt with by then. */
  skipped: number;
  /** Nobody is left to be confirmed. */
  ended: boolean;
  /** Of the one removal, if it was one: to take it back. */
  removal: string | null;
};

export type CheckRefusal = MoveRefusal | 'no-check' | 'nothing-answered';

type Row = { id: string; userId: string; attestedAt: Date | null; since: Date };

/**
 * An admin's answers about the people on the list: each stays and is confirmed, or is removed. Whoever answers is
 * confirmed by doing so. Answers may come in parts; the last one ends the check.
 */
export function checkMembers(viewer: Person, answers: CheckAnswers): Promise<Result<Checked, CheckRefusal>> {
  return change<Checked, CheckRefusal>(viewer, async work => {
    const organisation = await lockOrganisation(work.db, answers.code);
    if (!organisation) return refuse('not-found');
    const refused = await guardOfAdmin(work, viewer, organisation.code);
    if (refused) return refuse(refused);
    const { code } = organisation;
    const check = await work.db.memberCheck.findFirst({ where: { orgCode: code, endedAt: null } });
    if (!check) return refuse('no-check');

    const waiting = await listWaiting(work, code, check.openedAt);
    const refusal = await confirmSelf(work, viewer, waiting);
    if (refusal) return refuse(refusal);
    const answered = await answerAll(work, viewer, waiting, answers.people);
    if (!answered.ok) return answered;
    const finished = (await listWaiting(work, code, check.openedAt)).length === 0;
    return done({ ...answered.value, ended: finished && (await endWithin(work, { id: check.id, code })) });
  });
}

async function confirmSelf(work: Change, viewer: Person, waiting: Row[]): Promise<CheckRefusal | null> {
  const self = waiting.find(({ userId }) => userId === viewer.userId);
  if (!self) return null;
  const moved = await moveWithin(work, viewer, { operation: 'attest-self', id: self.id }, async () => {});
  return moved.ok ? null : moved.refusal;
}

type Answered = Omit<Checked, 'ended'>;

async function answerAll(work: Change, viewer: Person, waiting: Row[], people: CheckAnswers['people']) {
  const others = new Set(waiting.filter(({ userId }) => userId !== viewer.userId).map(({ id }) => id));
  if (others.size > 0 && people.length === 0) return refuse('nothing-answered');
  const answered: Answered = { confirmed: 0, removed: 0, skipped: 0, removal: null };
  for (const one of people) {
    if (!others.has(one.id)) answered.skipped += 1;
    else {
      const stopped = await answer(work, viewer, one, answered);
      if (stopped) return refuse(stopped);
    }
  }
  return done(answered.removed === 1 ? answered : { ...answered, removal: null });
}

async function listWaiting({ db }: Change, code: string, openedAt: Date): Promise<Row[]> {
  const rows = await db.membership.findMany({
    where: { orgCode: code, state: 'active' },
    select: { id: true, userId: true, attestedAt: true, stateSince: true },
  });
  return rows.map(({ stateSince, ...row }) => ({ ...row, since: stateSince })).filter(row => isCovered(row, openedAt));
}

/** One answer; says why the viewer may not give any, if they may not. */
async function answer(work: Change, viewer: Person, wanted: { id: string; stays: boolean }, answered: Answered) {
  const { id, stays } = wanted;
  const moved = stays
    ? await moveWithin(work, viewer, { operation: 'attest', id }, async () => {})
    : await moveWithin(work, viewer, { operation: 'remove', id, reason: REMOVED_AT_CHECK }, (done, tools) =>
        tellRemoved(viewer, REMOVED_AT_CHECK, done, tools),
      );
  if (!moved.ok) return moved.refusal;
  if (stays) answered.confirmed += 1;
  else {
    answered.removed += 1;
    answered.removal = moved.value.eventId;
  }
  return null;
}
