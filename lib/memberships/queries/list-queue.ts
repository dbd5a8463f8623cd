import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { db, query } from '@/lib/platform/db';
import { isLate, lateBefore } from '../rules/deadlines';
import { isConsumer } from '../rules/evidence';
import type { QueueFilters } from '../schema/requests';
import type { Queue, QueueCounts, QueueRow } from '../schema/views';
import { collectEvidence, pairKey } from './collect-evidence';
import { findPowers } from './find-powers';

const PAGE = 25;
const BATCH = 100;

/** Requests for the platform team, oldest first; null for everybody else. */
export async function listQueue(viewer: Person, filters: QueueFilters): Promise<Queue | null> {
  if (!(await maySeeQueue(viewer))) return null;
  const cutoff = lateBefore(viewer.now);
  const [page, total, counts, icbs] = await Promise.all([
    readPage(viewer, filters, cutoff),
    filters.flag ? null : countMatching(filters, cutoff),
    countAll(cutoff),
    query<{ code: string; name: string }>(icbsWithRequests, []),
  ]);
  return { ...page, total, counts, icbs };
}

/** How much waits for the platform team; null for everybody else. */
export const countQueue = async (viewer: Person): Promise<QueueCounts | null> =>
  (await maySeeQueue(viewer)) ? countAll(lateBefore(viewer.now)) : null;

const maySeeQueue = async (viewer: Person) => viewer.platformAdmin && mayAct(await findPowers(viewer, 'platform'));

const admins = `
  select count(*)::int as admins, max(au.last_sign_in_at) as "adminLastSeen"
  from memberships a join users au on au.id = a.user_id
  where a.org_code = m.org_code and a.role = 'admin' and au.state = 'active'`;

// While the person is asked for more the clock stands: late is what was late then.
const lateAt = (cutoff: string) =>
  `(case when m.paused_at is null then m.requested_at <= ${cutoff} else m.escalated_at is not null end)`;

// $1 text pattern, $2 whose turn, $3 kind, $4 ICB, $5 moment before which a request is late
const matching = `
  from memberships m
  join users u on u.id = m.user_id
  join organisations o on o.code = m.org_code
  cross join lateral (${admins}) crew
  where m.state = 'pending'
    and ($1 = '' or u.name ilike $1 or u.email ilike $1 or o.display_name ilike $1 or o.code ilike $1 or m.reference ilike $1)
    and ($2 = 'all' or (crew.admins = 0 or ${lateAt('$5')}) = ($2 = 'platform'))
    and ($3 = '' or o.kind::text = $3) and ($4 = '' or o.icb_code = $4)`;

const rowsOf = `
  select m.id, m.user_id as "userId", m.reference, u.name, coalesce(u.email, '') as email, o.code,
    o.display_name as organisation, o.kind::text as kind, o.status::text as status, m.claim,
    m.requested_at as "requestedAt", m.paused_at as "pausedAt", m.refusals, crew.admins, crew."adminLastSeen"
  ${matching} and ($6::timestamptz is null or (m.requested_at, m.id) > ($6::timestamptz, $7::uuid))
  order by m.requested_at, m.id limit ${BATCH}`;

type Row = Omit<QueueRow, 'evidence'> & { userId: string };
type Cursor = { at: Date; id: string };

async function readPage(viewer: Person, filters: QueueFilters, cutoff: Date): Promise<Pick<Queue, 'rows' | 'next'>> {
  const rows: QueueRow[] = [];
  let cursor = readCursor(filters.after);
  for (;;) {
    const batch = await query<Row>(rowsOf, [...params(filters, cutoff), cursor?.at ?? null, cursor?.id ?? null]);
    for (const row of await withEvidence(batch)) {
      if (!wears(filters.flag, row, viewer.now)) continue;
      const last = rows.at(-1);
      if (rows.length === PAGE && last) return { rows, next: `${last.requestedAt.toISOString()}_${last.id}` };
      rows.push(row);
    }
    const end = batch.at(-1);
    if (!end || batch.length < BATCH) return { rows, next: null };
    cursor = { at: end.requestedAt, id: end.id };
  }
}

async function withEvidence(batch: Row[]): Promise<QueueRow[]> {
  const shown = await collectEvidence(db(), batch);
  return batch.flatMap(({ userId, ...row }) => {
    const evidence = shown.get(pairKey({ userId, code: row.code }));
    return evidence ? [{ ...row, evidence }] : [];
  });
}

const wears = (flag: QueueFilters['flag'], row: QueueRow, now: Date): boolean => {
  if (flag === 'late') return isLate(row.requestedAt, row.pausedAt ?? now);
  if (flag === 'personal') return isConsumer(row.evidence.domain);
  if (flag === 'look-alike') return row.evidence.lookAlike;
  if (flag === 'shared') return row.evidence.sharedMailbox;
  return flag === '' || row.refusals > 0;
};

const params = ({ q, waiting, kind, icb }: QueueFilters, cutoff: Date) => [
  q && `%${q.replace(/[\\%_]/g, '\\$&')}%`,
  waiting,
  kind,
  icb.toUpperCase(),
  cutoff,
];

const cursorShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor as the URL carries it; anything else is the first page. */
function readCursor(after: string): Cursor | null {
  const [, at, id] = cursorShape.exec(after) ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : null;
}

async function countMatching(filters: QueueFilters, cutoff: Date): Promise<number> {
  const [row] = await query<{ count: number }>(`select count(*)::int as count ${matching}`, params(filters, cutoff));
  return row?.count ?? 0;
}

const counts = `
  select count(*) filter (where mine)::int as platform, count(*) filter (where late)::int as late,
    count(*) filter (where not mine)::int as organisation
  from (select ${lateAt('$1')} as late, crew.admins = 0 or ${lateAt('$1')} as mine
    from memberships m cross join lateral (${admins}) crew where m.state = 'pending') pending`;

async function countAll(cutoff: Date): Promise<QueueCounts> {
  const [row] = await query<QueueCounts>(counts, [cutoff]);
  return row ?? { platform: 0, late: 0, organisation: 0 };
}

const icbsWithRequests = `
  select distinct icb.code, icb.display_name as name
  from memberships m join organisations o on o.code = m.org_code join organisations icb on icb.code = o.icb_code
  where m.state = 'pending' order by icb.display_name`;
