import 'server-only';
import { z } from 'zod';
import { mayAct, type Powers } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import type { MemberFilters } from '../schema/members';
import type { MembershipRole } from '../schema/requests';
import type { Member, Members } from '../schema/views';
import { findPowers } from './find-powers';

const PAGE = 25;
/** Those who could take over stand on one page. */
const MOST_SUCCESSORS = 200;

type Frame = Omit<Members, 'powers' | 'members' | 'next' | 'matching'>;
type Row = Frame & {
  matching: number | null;
  memberId: string | null;
  userId: string;
  name: string;
  person: string;
  memberRole: MembershipRole;
  works: boolean;
  email: string | null;
  since: Date | null;
  lastActive: Date | null;
};

// What only admins may know does not leave the database for anybody else. The last activity is a month, never a day.
// $3 part of a name, $4 role, $5 active or resting, $6 the last one of the page before, $7 one member, $8 how many, $9 now
const members = `
  with mine as (
    select m.id, m.org_code, m.role from memberships m
    where m.user_id = $1::uuid and m.org_code = $2 and m.state = 'active'
  ), everybody as (
    select m.id, m.user_id, u.name, m.role, m.state_since, m.last_used_at, u.email, u.last_sign_in_at,
      u.state = 'active' and u.email_verified is not null as works,
      case when m.role = 'admin' then 0 else 1 end as rank, lower(u.name) as key
    from mine join memberships m on m.org_code = mine.org_code and m.state = 'active' join users u on u.id = m.user_id
  ), matching as (
    select *, count(*) over ()::int as matching from everybody
    where ($3 = '' or name ilike $3) and ($4 = '' or role::text = $4) and ($5 = '' or works = ($5 = 'active'))
      and ($7 = '' or id = nullif($7, '')::uuid)
  )
  select o.code, o.display_name as name, o.kind::text as kind, mine.id, mine.role::text as role,
    o.status::text in ('closed', 'missing') as closed, crew.total, crew.admins,
    case when mine.role = 'admin' then (select count(*)::int from invitations i where i.org_code = o.code and i.expires > $9)
      else 0 end as invited,
    page.matching, page.id as "memberId", page.user_id as "userId", page.name as person, page.role::text as "memberRole", page.works,
    case when mine.role = 'admin' then coalesce(page.email, '') end as email,
    case when mine.role = 'admin' then page.state_since end as since,
    case when mine.role = 'admin' then date_trunc('month', greatest(page.last_sign_in_at, page.last_used_at), 'Europe/London') end as "lastActive"
  from mine join organisations o on o.code = mine.org_code
  cross join (select count(*)::int as total, count(*) filter (where role = 'admin' and works)::int as admins from everybody) crew
  left join (
    select * from matching
    where $6 = '' or coalesce((rank, key, id) > (select e.rank, e.key, e.id from everybody e where e.id = nullif($6, '')::uuid), true)
    order by rank, key, id limit $8) page on true
  order by page.rank, page.key, page.id`;

type Wanted = Pick<MemberFilters, 'q' | 'role' | 'state' | 'after'>;
const everybody: Wanted = { q: '', role: '', state: '', after: '' };

/** Who belongs to an organisation, admins first; null for everybody who does not belong to it now (R01, R03, R07). */
export const listMembers = (viewer: Person, code: string, wanted: Wanted = everybody): Promise<Members | null> =>
  read(viewer, code, { ...wanted, one: '', limit: PAGE });

/** The organisation with those who could take over from the viewer. */
export const listSuccessors = (viewer: Person, code: string): Promise<Members | null> =>
  read(viewer, code, { ...everybody, state: 'active', one: '', limit: MOST_SUCCESSORS });

/** The organisation with one of its members, or with nobody where they do not belong to it. */
export const findMember = (viewer: Person, code: string, id: string): Promise<Members | null> =>
  z.uuid().safeParse(id).success ? read(viewer, code, { ...everybody, one: id, limit: 1 }) : Promise.resolve(null);

async function read(
  viewer: Person,
  code: string,
  { q, role, state, after, one, limit }: Wanted & { one: string; limit: number },
): Promise<Members | null> {
  const part = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const asked = [viewer.userId, code, part, role, state, after, one, limit + 1, viewer.now];
  const rows = await query<Row>(members, asked);
  const [first] = rows;
  if (!first) return null;
  const powers: Powers = first.role === 'admin' ? await findPowers(viewer, { code }) : { kind: 'none' };
  const acts = mayAct(powers);
  const found = rows.flatMap(row => memberOf(row, viewer, acts));
  const shown = found.slice(0, limit);
  return {
    code: first.code,
    name: first.name,
    kind: first.kind,
    id: first.id,
    role: first.role,
    closed: first.closed,
    total: first.total,
    admins: first.admins,
    invited: acts ? first.invited : 0,
    powers,
    matching: first.matching ?? 0,
    members: shown,
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function memberOf(row: Row, viewer: Person, acts: boolean): Member[] {
  const { memberId, userId, person, memberRole, works, email, since, lastActive } = row;
  if (memberId === null) return [];
  const more = acts && email !== null && since ? { email, since, lastActive } : null;
  return [{ id: memberId, name: person, role: memberRole, self: userId === viewer.userId, resting: !works, more }];
}
