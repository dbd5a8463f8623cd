import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import { MOST_AT_ONCE } from '../rules/bulk';
import { type QueueFilters, queueFilters } from '../schema/queue';
import type { Queue, QueueCounts, QueueRow } from '../schema/queue-views';
import { EVIDENCE, type EvidenceRow, gradeRow } from './collect-evidence';
import { findPowers } from './find-powers';
import { binder, conditions, OPEN_REQUESTS, turn } from './queue-conditions';

const PAGE = 25;
/** Nothing is counted further than this: beyond it the number decides nothing (words: "1,000+"). */
const MOST_COUNTED = 1001;

/** Requests for the platform team, oldest first; null for everybody else. Three statements, however many wait. */
export async function listQueue(viewer: Person, filters: QueueFilters): Promise<Queue | null> {
  if (!(await maySeeQueue(viewer))) return null;
  const [page, { total, icbs, saved, ...counts }] = await Promise.all([
    readPage(viewer, filters),
    frame(viewer, filters),
  ]);
  return { ...page, total, counts, icbs, saved };
}

/** How much waits for the platform team; null for everybody else. */
export async function countQueue(viewer: Person): Promise<QueueCounts | null> {
  if (!(await maySeeQueue(viewer))) return null;
  const { bind, values } = binder();
  const [row] = await query<QueueCounts>(`select ${countsOf(bind, viewer)}`, values);
  return row ?? { platform: 0, late: 0, organisation: 0, mine: 0 };
}

const maySeeQueue = async (viewer: Person) => viewer.platformAdmin && mayAct(await findPowers(viewer, 'platform'));

/** The first so many requests that match, oldest first, for a bulk decision; null for everybody else. */
export async function listMatching(viewer: Person, filters: QueueFilters): Promise<string[] | null> {
  if (!(await maySeeQueue(viewer))) return null;
  const { bind, values } = binder();
  const where = conditions(filters, viewer, bind);
  const rows = await query<{ id: string }>(
    `select m.id ${FROM} where ${where} order by m.requested_at, m.id limit ${MOST_AT_ONCE}`,
    values,
  );
  return rows.map(({ id }) => id);
}

const FROM = `from memberships m join users u on u.id = m.user_id join organisations o on o.code = m.org_code`;

/** The statement that reads one page: its plan is part of a test. */
export function pageStatement(viewer: Person, filters: QueueFilters): { sql: string; values: unknown[] } {
  const { bind, values } = binder();
  const after = readCursor(filters.after);
  const further = after ? `and (m.requested_at, m.id) > (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)` : '';
  const sql = `
    with page as materialized (
      select m.id, m.user_id, m.org_code, m.reference, m.claim, m.requested_at, m.paused_at, m.refusals, m.assignee_id
      ${FROM} where ${conditions(filters, viewer, bind)} ${further}
      order by m.requested_at, m.id limit ${PAGE + 1})
    select m.id, m.reference, u.name, o.code, o.display_name as organisation, o.kind::text as kind,
      o.status::text as status, o.closed_on as "closedOn", m.claim, m.requested_at as "requestedAt",
      m.paused_at as "pausedAt", m.refusals, crew.admins, crew."lastSeen" as "adminLastSeen", u.state = 'active' as "accountWorks",
      ${OPEN_REQUESTS} as requests, m.user_id = ${bind(viewer.userId)}::uuid as own,
      (select count(*)::int from request_notes n where n.membership_id = m.id) as notes,
      case when m.assignee_id = ${bind(viewer.userId)}::uuid then 'me' when m.assignee_id is null then 'nobody' else 'others' end
        as assigned, s.name as assignee, ${EVIDENCE}
    from page m join users u on u.id = m.user_id join organisations o on o.code = m.org_code
    left join users s on s.id = m.assignee_id
    cross join lateral (
      select count(*)::int as admins, max(au.last_sign_in_at) as "lastSeen"
      from memberships a join users au on au.id = a.user_id
      where a.org_code = m.org_code and a.role = 'admin' and au.state = 'active' and au.email_verified is not null) crew
    order by m.requested_at, m.id`;
  return { sql, values };
}

type Row = Omit<QueueRow, 'evidence'> & EvidenceRow;

async function readPage(viewer: Person, filters: QueueFilters): Promise<Pick<Queue, 'rows' | 'next'>> {
  const { sql, values } = pageStatement(viewer, filters);
  const found = await query<Row>(sql, values);
  const rows = found.slice(0, PAGE).map(({ verified, colleagues, related, ...row }) => ({
    ...row,
    evidence: gradeRow({ code: row.code, email: row.email, verified, colleagues, related }),
  }));
  const last = rows.at(-1);
  return { rows, next: found.length > PAGE && last ? `${last.requestedAt.toISOString()}_${last.id}` : null };
}

type Frame = QueueCounts & Pick<Queue, 'total' | 'icbs' | 'saved'>;

/** The statement around the page: how many match, how many wait for whom, and what the list can be narrowed to. */
export function frameStatement(viewer: Person, filters: QueueFilters): { sql: string; values: unknown[] } {
  const { bind, values } = binder();
  const total = counted(`${FROM} where ${conditions(filters, viewer, bind)}`);
  const icbs = `(select coalesce(json_agg(json_build_object('code', i.code, 'name', i.display_name) order by i.display_name), '[]')
    from organisations i where i.kind = 'icb' and i.status = 'open')`;
  const saved = `(select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'search', f.search) order by f.name), '[]')
    from saved_filters f where f.user_id = ${bind(viewer.userId)}::uuid)`;
  return {
    sql: `select ${total} as total, ${countsOf(bind, viewer)}, ${icbs} as icbs, ${saved} as saved`,
    values,
  };
}

async function frame(viewer: Person, filters: QueueFilters): Promise<Frame> {
  const { sql, values } = frameStatement(viewer, filters);
  const [row] = await query<Frame>(sql, values);
  return row ?? { total: 0, platform: 0, late: 0, organisation: 0, mine: 0, icbs: [], saved: [] };
}

const counted = (matching: string) => `(select count(*)::int from (select ${matching} limit ${MOST_COUNTED}) counted)`;

function countsOf(bind: (value: unknown) => string, viewer: Person): string {
  const waiting = (condition: string) => counted(`from memberships m where m.state = 'pending' and ${condition}`);
  const late = conditions(queueFilters.parse({ waiting: 'all', age: 'late' }), viewer, bind);
  return `${waiting(turn('platform', bind, viewer.now))} as platform, ${waiting(late)} as late,
    ${waiting(turn('organisation', bind, viewer.now))} as organisation,
    ${waiting(`m.assignee_id = ${bind(viewer.userId)}::uuid`)} as mine`;
}

type Cursor = { at: Date; id: string };

const cursorShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor as the URL carries it; anything else is the first page. */
function readCursor(after: string): Cursor | null {
  const [, at, id] = cursorShape.exec(after) ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : null;
}
