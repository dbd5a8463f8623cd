import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Facts } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import { isLate } from '../rules/deadlines';
import { type DecisionRefusal, decide, opennessOf, type Situation } from '../rules/decide';
import { type Capacity, standingOf } from '../rules/machine';
import { mayUndo } from '../rules/undo';
import type { Bulk, BulkItem, BulkLack } from '../schema/queue-views';
import type { MembershipRole, MembershipState } from '../schema/requests';
import { EVIDENCE, type EvidenceRow, gradeRow } from './collect-evidence';
import { findPowers } from './find-powers';
import { OPEN_REQUESTS } from './queue-conditions';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Frame = Omit<Bulk, 'items'>;

/** A bulk decision of the viewer's own, as chosen, checked or done; null for everybody else, and where there is none. */
export async function findBulk(viewer: Person, id: string): Promise<Bulk | null> {
  if (!viewer.platformAdmin || !uuid.test(id) || !mayAct(await findPowers(viewer, 'platform'))) return null;
  const [bulk] = await query<Frame>(
    `select id, wish, reason, confirmed_at as "confirmedAt", finished_at as "finishedAt"
     from bulk_decisions where id = $1::uuid and actor_id = $2::uuid`,
    [id, viewer.userId],
  );
  if (!bulk) return null;
  const rows = await query<Row>(itemsOf, [id, viewer.userId]);
  return { ...bulk, items: rows.map(row => itemOf(row, viewer.now)) };
}

const ADMINS = `from memberships a join users au on au.id = a.user_id
  where a.org_code = m.org_code and a.role = 'admin' and au.state = 'active' and au.email_verified is not null`;

const itemsOf = `
  select b.id, b.membership_id as "membershipId", b.choice, b.outcome, b.refusal, b.facts, b.event_id as "eventId",
    u.name, o.code, o.display_name as organisation, o.kind::text as kind, o.status::text as status, o.linkable,
    m.state::text as state, m.role::text as role, m.claim, m.requested_at as "requestedAt", m.paused_at as "pausedAt",
    m.requested_at is distinct from b.requested_at as changed, m.refusals, u.state = 'active' as "accountWorks",
    m.user_id = $2::uuid as own, ${OPEN_REQUESTS} as requests,
    (select count(*)::int ${ADMINS}) as admins, (select count(*)::int ${ADMINS} and a.user_id <> m.user_id) as "otherAdmins",
    exists (select 1 ${ADMINS} and a.user_id = $2::uuid) as "adminHere",
    case when m.assignee_id = $2::uuid then 'me' when m.assignee_id is null then 'nobody' else 'others' end as assigned,
    s.name as assignee, last.operation as "decidedAs", last.at as "decidedAt", last.by as "decidedBy",
    done.at as "doneAt", undone.at as "undoneAt", ${EVIDENCE}
  from bulk_items b join memberships m on m.id = b.membership_id join users u on u.id = m.user_id
  join organisations o on o.code = m.org_code left join users s on s.id = m.assignee_id
  left join membership_events done on done.id = b.event_id
  left join membership_events undone on undone.undoes = b.event_id
  left join lateral (
    select e.operation, e.at, case when e.actor_as in ('admin', 'platform') then d.name end as by
    from membership_events e left join users d on d.id = e.actor_id
    where e.membership_id = m.id and e.operation in ('approve', 'reject')
      and not exists (select from membership_events back where back.undoes = e.id)
    order by e.position desc limit 1) last on true
  where b.bulk_id = $1::uuid order by b.position`;

type Row = EvidenceRow &
  Omit<BulkItem, 'evidence' | 'lacks' | 'facts' | 'mayUndo' | 'standing'> & {
    facts: Record<string, string | number | null> | null;
    state: MembershipState;
    role: MembershipRole | null;
    linkable: boolean;
    changed: boolean;
    own: boolean;
    admins: number;
    otherAdmins: number;
    adminHere: boolean;
    decidedAs: string | null;
    decidedAt: Date | null;
    decidedBy: string | null;
    doneAt: Date | null;
  };

function itemOf(row: Row, now: Date): BulkItem {
  const { verified, colleagues, related, email, state, role, ...rest } = row;
  return {
    ...rest,
    email,
    standing: standingOf({ state, role }),
    evidence: gradeRow({ code: row.code, email, verified, colleagues, related }),
    facts: factsOf(row),
    lacks: { approve: lackOf('approve', row, now), reject: lackOf('reject', row, now) },
    mayUndo: row.doneAt !== null && row.undoneAt === null && mayUndo(row.doneAt, now),
  };
}

/** Why this cannot happen as things stand, by the same rule that decides it later. */
function lackOf(operation: 'approve' | 'reject', row: Row, now: Date): BulkLack | null {
  const situation: Situation = {
    standing: standingOf({ state: row.state, role: row.role }),
    capacity: capacityOf(row),
    admins: row.admins,
    otherAdmins: row.otherAdmins,
    late: row.requestedAt !== null && isLate(row.requestedAt, row.pausedAt ?? now),
    organisation: opennessOf(row),
  };
  const verdict = decide({ operation, role: 'member' }, situation);
  if (!verdict.ok) return verdict.refusal satisfies DecisionRefusal;
  if (row.changed) return 'changed-meanwhile';
  return operation === 'approve' && !row.accountWorks ? 'person-gone' : null;
}

function capacityOf({ own, adminHere }: Row): Capacity {
  if (own) return 'self';
  return adminHere ? 'admin' : 'platform';
}

/** What a refusal tells: as it was kept with the outcome, or as it stands now. */
function factsOf({ facts, decidedAs, decidedAt, decidedBy }: Row): Facts {
  if (facts) {
    const at = typeof facts.at === 'string' ? new Date(facts.at) : null;
    return { ...facts, ...(at ? { at } : {}) };
  }
  const outcome = decidedAs && (decidedAs === 'approve' ? 'approved' : 'rejected');
  return { by: decidedBy, at: decidedAt, outcome };
}
