import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { db, query } from '@/lib/platform/db';
import { UNDO_FOR } from '../rules/undo';
import type { Approvals, DecidedRequest, PendingRequest } from '../schema/views';
import { collectEvidence, pairKey } from './collect-evidence';
import { findPowers } from './find-powers';

/** An organisation's requests, oldest first; null for everybody who is not its administrator now (R01, R03). */
export async function listApprovals(viewer: Person, code: string): Promise<Approvals | null> {
  const mine = await db().membership.findFirst({
    where: { userId: viewer.userId, orgCode: code, role: 'admin' },
    select: { organisation: { select: { code: true, displayName: true, kind: true } } },
  });
  if (!mine || !mayAct(await findPowers(viewer, { code }))) return null;
  const { organisation } = mine;
  const [pending, decided] = await Promise.all([listPending(viewer, code), listDecided(viewer, code)]);
  const kind = organisation.kind === 'pcn' ? 'pcn' : 'practice';
  return { code: organisation.code, name: organisation.displayName, kind, pending, decided };
}

type PendingRow = Omit<PendingRequest, 'evidence' | 'refusedBefore'> & {
  userId: string;
  refusedAt: Date | null;
  refusedReason: string | null;
  refusedBy: string | null;
};

const pendingOf = `
  select m.id, m.reference, m.user_id as "userId", u.name, coalesce(u.email, '') as email, m.claim, m.message,
    m.requested_at as "requestedAt", m.paused_at as "pausedAt",
    coalesce((select json_agg(json_build_object('text', s.message,
        'by', case when s.operation = 'ask-for-more' then 'decider' else 'person' end) order by s.at, s.id)
      from membership_events s where s.membership_id = m.id and s.operation in ('ask-for-more', 'add-message')
        and s.at >= m.state_since and s.message is not null), '[]') as said, u.state = 'active' as "accountWorks",
    array(select o.display_name || ' (' || o.code || ')' from memberships his
      join memberships mine on mine.org_code = his.org_code and mine.user_id = $2::uuid and mine.state = 'active'
      join organisations o on o.code = his.org_code
      where his.user_id = m.user_id and his.state = 'active' order by o.display_name) as shared,
    earlier.at as "refusedAt", earlier.reason as "refusedReason", earlier.operation as "refusedBy"
  from memberships m join users u on u.id = m.user_id
  left join lateral (
    select e.at, e.reason, e.operation from membership_events e
    where e.membership_id = m.id and e.operation in ('reject', 'remove')
      and not exists (select from membership_events back where back.undoes = e.id) order by e.at desc limit 1) earlier on true
  where m.org_code = $1 and m.state = 'pending' and m.user_id <> $2::uuid
  order by m.requested_at, m.id limit 100`;

async function listPending(viewer: Person, code: string): Promise<PendingRequest[]> {
  const rows = await query<PendingRow>(pendingOf, [code, viewer.userId]);
  const shown = await collectEvidence(
    db(),
    rows.map(({ userId }) => ({ userId, code })),
  );
  return rows.flatMap(({ userId, refusedAt, refusedReason, refusedBy, ...row }) => {
    const evidence = shown.get(pairKey({ userId, code }));
    const refusedBefore = refusedAt && { at: refusedAt, reason: refusedReason, operation: refusedBy ?? 'reject' };
    return evidence ? [{ ...row, evidence, refusedBefore }] : [];
  });
}

const decidedOf = `
  select e.id, u.name, e.operation as outcome, e.role::text as role, e.reason, e.at,
    back.at as "undoneAt",
    e.actor_id = $3::uuid and e.at > $4::timestamptz and back.id is null and not exists (
      select from membership_events since where since.membership_id = m.id and since.at > e.at) as "mayUndo",
    case when e.actor_as = 'platform' then 'the platform team' else coalesce(d.name, 'a former member') end as by
  from membership_events e
  join memberships m on m.id = e.membership_id join users u on u.id = m.user_id
  left join users d on d.id = e.actor_id
  left join membership_events back on back.undoes = e.id
  where m.org_code = $1 and e.operation in ('approve', 'reject') and e.at > $2::timestamptz - interval '90 days'
  order by e.at desc limit 100`;

const listDecided = (viewer: Person, code: string): Promise<DecidedRequest[]> =>
  query<DecidedRequest>(decidedOf, [code, viewer.now, viewer.userId, new Date(viewer.now.getTime() - UNDO_FOR)]);
