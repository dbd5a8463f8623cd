import 'server-only';
import { type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { MOST_MESSAGES_A_DAY } from '../rules/asking';
import { nudgeFrom } from '../rules/deadlines';
import { type Moved, type MoveRefusal, move, moveWithin } from './move';
import { tellDeciders } from './tell-deciders';

const DAY = 86_400_000;

type Answer<R extends string = never> = Promise<Result<Moved, MoveRefusal | R>>;

/** Adds to one's own waiting request. Where the deciders had asked something it is the answer, and the clocks go on. */
export function addMessage(
  viewer: Person,
  { id, message }: { id: string; message: string },
): Answer<'too-many-messages'> {
  return change<Moved, MoveRefusal | 'too-many-messages'>(viewer, async work => {
    const moved = await moveWithin(work, viewer, { operation: 'add-message', id, message }, async done => {
      if (done.membership.pausedAt) await tell(done, work, 'answer');
    });
    if (!moved.ok) return moved;
    const at = { gt: new Date(viewer.now.getTime() - DAY) };
    const today = await work.db.membershipEvent.count({ where: { membershipId: id, operation: 'add-message', at } });
    return today > MOST_MESSAGES_A_DAY ? refuse('too-many-messages') : moved;
  });
}

/** Has the deciders reminded of one's own request: once in three working days, not while they wait for an answer. */
export function nudge(viewer: Person, { id }: { id: string }): Answer {
  return move(
    viewer,
    {
      operation: 'nudge',
      id,
      onlyIf: ({ requestedAt, nudgedAt, pausedAt }) =>
        requestedAt !== null && pausedAt === null && viewer.now >= nudgeFrom(requestedAt, nudgedAt),
      otherwise: 'nudged-recently',
    },
    (moved, work) => tell(moved, work, 'nudge'),
  );
}

/** Asks the person something before deciding. The clocks stand until they answer. */
export function askForMore(viewer: Person, { id, question }: { id: string; question: string }): Answer {
  return move(
    viewer,
    {
      operation: 'ask-for-more',
      id,
      message: question,
      onlyIf: ({ pausedAt }) => pausedAt === null,
      otherwise: 'asked-for-more-already',
    },
    async ({ eventId, membership, organisation }, work) => {
      await work.tell({
        kind: 'request-question',
        key: `request-question:${eventId}`,
        to: membership.person.email,
        userId: membership.person.userId,
        props: { organisation: organisation.name, code: organisation.code, question, id: membership.id },
      });
    },
  );
}

async function tell({ eventId, membership, organisation, admins }: Moved, work: Change, news: 'nudge' | 'answer') {
  const { id: membershipId, person, claim, requestedAt, escalatedAt } = membership;
  const told = { eventId, membershipId, organisation, person, claim, requestedAt: requestedAt ?? work.now };
  const request = { ...told, escalated: escalatedAt !== null };
  await tellDeciders(work, news, request, admins);
}
