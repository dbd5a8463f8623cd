import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import { checkDue, coveredBefore, lapseDue } from '../rules/member-check';
import type { CheckPerson, MemberCheck, UnansweredCheck } from '../schema/checks';
import { findPowers } from './find-powers';

/** People on one screen; the next ones follow when these are answered. */
const CHECK_SCREEN = 50;

type Head = {
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  openedAt: Date | null;
  remindedAt: Date | null;
  escalatedAt: Date | null;
  /** When the newest check ended. */
  lastEnded: Date | null;
  /** Since when the one who is known longest is known. */
  known: Date;
};

// Whose admin the viewer is now is part of the question (R01, R03).
const HEAD = `
  select o.code, o.display_name as name, o.kind::text as kind, c.opened_at as "openedAt", c.reminded_at as "remindedAt",
    c.escalated_at as "escalatedAt",
    (select max(e.ended_at) from member_checks e where e.org_code = o.code) as "lastEnded",
    (select min(greatest(m.attested_at, m.state_since)) from memberships m
      where m.org_code = o.code and m.state = 'active') as known
  from memberships mine
  join organisations o on o.code = mine.org_code
  left join member_checks c on c.org_code = o.code and c.ended_at is null
  where mine.user_id = $1::uuid and mine.org_code = $2 and mine.role = 'admin'`;

const PEOPLE = `
  select m.id, u.name, coalesce(u.email, '') as email, m.role::text as role, m.state_since as since,
    u.state = 'active' as works,
    date_trunc('month', greatest(u.last_sign_in_at, m.last_used_at), 'Europe/London') as "lastActive",
    count(*) over ()::int as total
  from memberships m join users u on u.id = m.user_id
  where m.org_code = $2 and m.state = 'active' and m.user_id <> $1::uuid
    and greatest(m.attested_at, m.state_since) < $3
  order by lower(u.name), m.id limit ${CHECK_SCREEN}`;

/** The yearly check of an organisation's members as its admin sees it; null for everybody else. */
export async function findMemberCheck(viewer: Person, code: string): Promise<MemberCheck | null> {
  const [[head], powers] = await Promise.all([query<Head>(HEAD, [viewer.userId, code]), findPowers(viewer, { code })]);
  if (!head || !mayAct(powers)) return null;
  const { openedAt, remindedAt, escalatedAt, lastEnded, known, ...organisation } = head;
  const rows = openedAt
    ? await query<CheckPerson & { total: number }>(PEOPLE, [viewer.userId, code, coveredBefore(openedAt)])
    : [];
  return {
    ...organisation,
    open: openedAt && { since: openedAt, until: lapseDue({ openedAt, remindedAt }), late: escalatedAt !== null },
    people: rows.map(({ total: _, ...person }) => person),
    total: rows[0]?.total ?? 0,
    last: lastEnded,
    next: checkDue(known),
  };
}

const OPEN = `
  select c.opened_at as "openedAt", c.reminded_at as "remindedAt"
  from member_checks c join memberships mine on mine.org_code = c.org_code
  where mine.user_id = $1::uuid and mine.org_code = $2 and mine.role = 'admin' and c.ended_at is null`;

/** Until when the viewer, an admin here, is asked to check the members; null when there is nothing to check. */
export async function findCheckDay(viewer: Person, code: string): Promise<Date | null> {
  const [check] = await query<{ openedAt: Date; remindedAt: Date | null }>(OPEN, [viewer.userId, code]);
  return check ? lapseDue(check) : null;
}

const UNANSWERED = `
  select c.id, o.code, o.display_name as organisation, c.opened_at as "openedAt", c.escalated_at as "escalatedAt",
    u.name, coalesce(u.email, '') as email, m.state_since as since, u.last_sign_in_at as "lastSignIn"
  from member_checks c
  join organisations o on o.code = c.org_code
  join memberships m on m.org_code = c.org_code and m.role = 'admin'
    and greatest(m.attested_at, m.state_since) < c.opened_at
  join users u on u.id = m.user_id
  where c.ended_at is null and c.escalated_at is not null and ($1::uuid is null or c.id = $1::uuid)
  order by c.escalated_at, c.id limit 200`;

/** Organisations whose list nobody checked, with the last admin of each, longest first; null but for the platform team. */
export async function listUnansweredChecks(viewer: Person, id?: string): Promise<UnansweredCheck[] | null> {
  if (!mayAct(await findPowers(viewer, 'platform'))) return null;
  return query<UnansweredCheck>(UNANSWERED, [id ?? null]);
}
