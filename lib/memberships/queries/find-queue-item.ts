import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { isClosed } from '@/lib/organisations/rules/status';
import { db, query } from '@/lib/platform/db';
import { decisionDue, isLate } from '../rules/deadlines';
import { standingOf } from '../rules/machine';
import type { Assigned, InternalNote, QueueEvent, QueueItem } from '../schema/queue-views';
import { authoriser, evidence } from '../schema/requests';
import { collectEvidence, pairKey } from './collect-evidence';
import { findPowers } from './find-powers';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A request for the platform team's detail page; null for everybody else, and where there is none. */
export async function findQueueItem(viewer: Person, id: string): Promise<QueueItem | null> {
  if (!viewer.platformAdmin || !uuid.test(id) || !mayAct(await findPowers(viewer, 'platform'))) return null;
  const row = await db().membership.findUnique({
    where: { id },
    include: {
      user: { select: { name: true, email: true, state: true, createdAt: true } },
      organisation: { select: { code: true, displayName: true, kind: true, status: true } },
      assignee: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { user, organisation, userId, requestedAt } = row;
  const [shown, admins, otherRequests, notes, events] = await Promise.all([
    collectEvidence(db(), [{ userId, code: organisation.code }]),
    db().membership.count({ where: { orgCode: organisation.code, role: 'admin', user: { state: 'active' } } }),
    db().membership.count({ where: { userId, state: 'pending', id: { not: id } } }),
    userId === viewer.userId ? null : query<InternalNote>(notesOf, [id, viewer.userId]),
    query<EventRow>(eventsOf, [id]),
  ]);
  const standing = standingOf(row);
  return {
    id: row.id,
    reference: row.reference,
    name: user.name,
    email: user.email ?? '',
    accountWorks: user.state === 'active',
    accountSince: user.createdAt,
    code: organisation.code,
    organisation: organisation.displayName,
    kind: organisation.kind === 'pcn' ? 'pcn' : 'practice',
    status: organisation.status,
    closed: isClosed(organisation.status),
    standing: standing === 'none' ? 'left' : standing,
    claim: row.claim,
    message: row.message,
    requestedAt,
    evidence: shown.get(pairKey({ userId, code: organisation.code })) ?? null,
    admins,
    turn: userId === viewer.userId ? 'own' : turnOf(row, admins, viewer.now),
    pausedAt: row.pausedAt,
    platformFrom: requestedAt && decisionDue(requestedAt),
    otherRequests,
    refusals: row.refusals,
    assigned: assignedOf(row.assigneeId, viewer),
    assignee: row.assignee?.name ?? null,
    assignedAt: row.assignedAt,
    notes,
    decided: standing === 'pending' ? null : decisionOf(events),
    events: events.map(({ undone: _, ...event }) => ({
      ...event,
      evidence: evidence.safeParse(event.evidence).data ?? null,
      authoriser: authoriser.safeParse(event.authoriser).data ?? null,
    })),
  };
}

type Asked = { requestedAt: Date | null; pausedAt: Date | null };

const turnOf = ({ requestedAt, pausedAt }: Asked, admins: number, now: Date): 'platform' | 'organisation' =>
  admins === 0 || (requestedAt !== null && isLate(requestedAt, pausedAt ?? now)) ? 'platform' : 'organisation';

function assignedOf(assigneeId: string | null, { userId }: Person): Assigned {
  if (assigneeId === null) return 'nobody';
  return assigneeId === userId ? 'me' : 'others';
}

/** The last decision that was not taken back. */
function decisionOf(events: EventRow[]): QueueItem['decided'] {
  const last = events.findLast(
    ({ operation, undone }) => !undone && (operation === 'approve' || operation === 'reject'),
  );
  if (!last) return null;
  return { outcome: last.operation === 'approve' ? 'approved' : 'rejected', role: last.role, by: last.by, at: last.at };
}

const notesOf = `
  select n.id, n.at, u.name as by, n.author_id = $2::uuid as own, n.text
  from request_notes n left join users u on u.id = n.author_id
  where n.membership_id = $1::uuid order by n.at, n.id`;

type EventRow = Omit<QueueEvent, 'evidence' | 'authoriser'> & {
  evidence: unknown;
  authoriser: unknown;
  undone: boolean;
};

const eventsOf = `
  select e.id, e.operation, e.at, e.actor_as as "actorAs", u.name as by, e.reason, e.message, e.role::text as role,
    e.authoriser, e.evidence, exists (select from membership_events back where back.undoes = e.id) as undone
  from membership_events e left join users u on u.id = e.actor_id
  where e.membership_id = $1::uuid order by e.position`;
