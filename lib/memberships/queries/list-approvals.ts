import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { db, query } from '@/lib/platform/db';
import { standingOf } from '../rules/machine';
import { UNDO_FOR } from '../rules/undo';
import type { ApprovalsPage, MembershipRole, MembershipState } from '../schema/requests';
import type { Approval, Approvals, DecidedRequest, PendingRequest } from '../schema/views';
import { collectEvidence, pairKey } from './collect-evidence';
import { findDecider } from './find-decider';

const PAGE = 25;

/**
 * A page of an organisation's requests, those that wait oldest first or those decided newest first; null for everybody
 * who does not decide them now: its administrators, and those of its PCN where the practice lets them (R01, R03).
 */
export async function listApprovals(
  viewer: Person,
  code: string,
  { show, after }: ApprovalsPage = { show: '', after: '' },
): Promise<Approvals | null> {
  const place = await placeOf(viewer, code);
  if (!place) return null;
  if (show === 'decided') {
    const [found, waiting] = await Promise.all([listDecided(viewer, place, after), countPending(viewer, code)]);
    const decided = found.slice(0, PAGE);
    return { ...place, waiting, pending: [], decided, next: nextOf(found, decided) };
  }
  const { waiting, requests } = await listPending(viewer, code, { after });
  // Whatever came after it has been decided meanwhile.
  if (after && requests.length === 0) return listApprovals(viewer, code);
  const pending = requests.slice(0, PAGE);
  return { ...place, waiting, pending, decided: [], next: nextOf(requests, pending) };
}

const nextOf = (found: { id: string }[], shown: { id: string }[]) =>
  found.length > shown.length ? (shown.at(-1)?.id ?? null) : null;

async function countPending(viewer: Person, code: string): Promise<number> {
  const where = { orgCode: code, state: 'pending', userId: { not: viewer.userId } } as const;
  return db().membership.count({ where });
}

/**
 * One request, for a decider who follows a link to it: as it waits, or what became of it, by whom and when. Null for
 * everybody else, for one's own, and where there is none.
 */
export async function findApproval(viewer: Person, code: string, id: string): Promise<Approval | null> {
  const place = uuid.test(id) ? await placeOf(viewer, code) : null;
  if (!place) return null;
  const [row] = await query<{ name: string; state: MembershipState; role: MembershipRole | null; since: Date }>(
    `select u.name, m.state::text as state, m.role::text as role, m.state_since as since
     from memberships m join users u on u.id = m.user_id
     where m.id = $1::uuid and m.org_code = $2 and m.user_id <> $3::uuid and m.requested_at is not null`,
    [id, code, viewer.userId],
  );
  if (!row) return null;
  const { name: person, state, role, since } = row;
  const [pending] = state === 'pending' ? (await listPending(viewer, code, { only: id })).requests : [];
  const [last] = await query<DecidedRequest>(`${decidedOf} and m.id = $6::uuid order by e.position desc limit 1`, [
    ...decisionsSince(viewer, place),
    id,
  ]);
  const decided = last && !last.undoneAt && !pending ? last : null;
  // What the practice has decided itself is not its PCN's to read.
  if (place.pcn && !pending && !decided) return null;
  return { ...place, person, standing: standingOf({ state, role }), since, pending: pending ?? null, decided };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Place = Pick<Approvals, 'code' | 'name' | 'kind' | 'closed' | 'pcn'>;

async function placeOf(viewer: Person, code: string): Promise<Place | null> {
  const decider = await findDecider(viewer, code);
  if (!decider || !mayAct(decider.powers)) return null;
  const { powers: _, ...place } = decider;
  return place;
}

type PendingRow = Omit<PendingRequest, 'evidence' | 'refusedBefore'> & {
  userId: string;
  waiting: number;
  refusedAt: Date | null;
  refusedReason: string | null;
  refusedBy: string | null;
};

// $1 where, $2 the viewer, $3 one request alone, $4 the last one of the page before
const pendingOf = `
  with all_pending as (
    select *, count(*) over ()::int as waiting from memberships
    where org_code = $1 and state = 'pending' and user_id <> $2::uuid and ($3 = '' or id = nullif($3, '')::uuid)
  ), page as (
    select * from all_pending where $4 = '' or coalesce((requested_at, id) > (
      select c.requested_at, c.id from memberships c where c.id = nullif($4, '')::uuid and c.org_code = $1), true)
    order by requested_at, id limit ${PAGE + 1}
  )
  select m.waiting, m.id, m.reference, m.user_id as "userId", u.name, coalesce(u.email, '') as email, m.claim, m.message,
    m.requested_at as "requestedAt", m.paused_at as "pausedAt",
    coalesce((select json_agg(json_build_object('text', s.message,
        'by', case when s.operation = 'ask-for-more' then 'decider' else 'person' end) order by s.position)
      from membership_events s where s.membership_id = m.id and s.operation in ('ask-for-more', 'add-message')
        and s.at >= m.state_since and s.message is not null), '[]') as said, u.state = 'active' as "accountWorks",
    array(select o.display_name || ' (' || o.code || ')' from memberships his
      join memberships mine on mine.org_code = his.org_code and mine.user_id = $2::uuid and mine.state = 'active'
      join organisations o on o.code = his.org_code
      where his.user_id = m.user_id and his.state = 'active' order by o.display_name) as shared,
    earlier.at as "refusedAt", earlier.reason as "refusedReason", earlier.operation as "refusedBy"
  from page m join users u on u.id = m.user_id
  left join lateral (
    select e.at, e.reason, e.operation from membership_events e
    where e.membership_id = m.id and e.operation in ('reject', 'remove')
      and not exists (select from membership_events back where back.undoes = e.id) order by e.position desc limit 1) earlier on true
  order by m.requested_at, m.id`;

async function listPending(viewer: Person, code: string, { only = '', after = '' }: { only?: string; after?: string }) {
  const rows = await query<PendingRow>(pendingOf, [code, viewer.userId, only, after]);
  const shown = await collectEvidence(
    db(),
    rows.map(({ userId }) => ({ userId, code })),
  );
  const requests = rows.flatMap(
    ({ userId, waiting: _, refusedAt, refusedReason, refusedBy, ...row }): PendingRequest[] => {
      const evidence = shown.get(pairKey({ userId, code }));
      const refusedBefore = refusedAt && { at: refusedAt, reason: refusedReason, operation: refusedBy ?? 'reject' };
      return evidence ? [{ ...row, evidence, refusedBefore }] : [];
    },
  );
  return { waiting: rows[0]?.waiting ?? 0, requests };
}

const decidedOf = `
  select e.id, u.name, e.operation as outcome, e.role::text as role, e.reason, e.at,
    back.at as "undoneAt",
    e.actor_id = $3::uuid and e.at > $4::timestamptz and back.id is null and not exists (
      select from membership_events since where since.membership_id = m.id and since.position > e.position) as "mayUndo",
    case when e.actor_as = 'platform' then 'the platform team' else coalesce(d.name, 'a former member')
      || coalesce(', an admin of ' || p.display_name, '') end as by
  from membership_events e
  join memberships m on m.id = e.membership_id join users u on u.id = m.user_id
  left join users d on d.id = e.actor_id
  left join organisations p on p.code = e.actor_org
  left join membership_events back on back.undoes = e.id
  where m.org_code = $1 and e.operation in ('approve', 'reject') and e.at > $2::timestamptz - interval '90 days'
    and (not $5::boolean or e.actor_id = $3::uuid)`;

// $6 the last one of the page before
const decidedPage = `${decidedOf} and ($6 = '' or coalesce(e.position < (
    select c.position from membership_events c where c.id = nullif($6, '')::uuid), true))
  order by e.position desc limit ${PAGE + 1}`;

const listDecided = (viewer: Person, place: Place, after: string): Promise<DecidedRequest[]> =>
  query<DecidedRequest>(decidedPage, [...decisionsSince(viewer, place), after]);

/** Of a PCN's admin only what they decided themselves. */
const decisionsSince = (viewer: Person, { code, pcn }: Place) => [
  code,
  viewer.now,
  viewer.userId,
  new Date(viewer.now.getTime() - UNDO_FOR),
  pcn !== null,
];
