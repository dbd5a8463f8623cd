import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { db, query } from '@/lib/platform/db';
import { decisionDue, isLate } from '../rules/deadlines';
import { standingOf } from '../rules/machine';
import { authoriser, evidence } from '../schema/requests';
import type { QueueEvent, QueueItem } from '../schema/views';
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
    },
  });
  if (!row) return null;
  const { user, organisation, userId, requestedAt } = row;
  const [shown, admins, otherRequests, events] = await Promise.all([
    collectEvidence(db(), [{ userId, code: organisation.code }]),
    db().membership.count({ where: { orgCode: organisation.code, role: 'admin', user: { state: 'active' } } }),
    db().membership.count({ where: { userId, state: 'pending', id: { not: id } } }),
    query<EventRow>(eventsOf, [id]),
  ]);
  const standing = standingOf(row);
  const late = requestedAt !== null && isLate(requestedAt, row.pausedAt ?? viewer.now);
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
    closed: organisation.status === 'closed' || organisation.status === 'missing',
    standing: standing === 'none' ? 'left' : standing,
    claim: row.claim,
    message: row.message,
    requestedAt,
    evidence: shown.get(pairKey({ userId, code: organisation.code })) ?? null,
    admins,
    turn: userId === viewer.userId ? 'own' : admins === 0 || late ? 'platform' : 'organisation',
    pausedAt: row.pausedAt,
    platformFrom: requestedAt && decisionDue(requestedAt),
    otherRequests,
    events: events.map(event => ({
      ...event,
      evidence: evidence.safeParse(event.evidence).data ?? null,
      authoriser: authoriser.safeParse(event.authoriser).data ?? null,
    })),
  };
}

type EventRow = Omit<QueueEvent, 'evidence' | 'authoriser'> & { evidence: unknown; authoriser: unknown };

const eventsOf = `
  select e.id, e.operation, e.at, e.actor_as as "actorAs", u.name as by, e.reason, e.message, e.role::text as role,
    e.authoriser, e.evidence
  from membership_events e left join users u on u.id = e.actor_id
  where e.membership_id = $1::uuid order by e.at, e.id`;
