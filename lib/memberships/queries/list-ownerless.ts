import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import type { OwnerlessFilters } from '../schema/ownerless';
import type { Ownerless, OwnerlessOrganisation } from '../schema/ownerless-views';
import { findPowers } from './find-powers';

const PAGE = 25;

// Somebody belongs to it and nobody who could act decides there. What is closed needs no admin.
// `since`: the last moment at which one of its admins ceased to be one, or to be able to act; null where there never was one.
const ownerless = `
  select o.code, o.display_name as name, o.kind::text as kind, icb.display_name as icb, crew.members, waiting.count as waiting,
    waiting.oldest, greatest(crew.rested, ceased.at) as since
  from (
    select m.org_code, count(*)::int as members, max(u.state_since) filter (where m.role = 'admin') as rested
    from memberships m join users u on u.id = m.user_id
    where m.state = 'active'
    group by m.org_code
    having not coalesce(bool_or(m.role = 'admin' and u.state = 'active' and u.email_verified is not null), false)) crew
  join organisations o on o.code = crew.org_code and o.status not in ('closed', 'missing')
  left join organisations icb on icb.code = o.icb_code
  cross join lateral (
    select count(*)::int as count, min(p.requested_at) as oldest from memberships p
    where p.org_code = o.code and p.state = 'pending') waiting
  cross join lateral (
    select max(e.at) as at from membership_events e join memberships x on x.id = e.membership_id
    where x.org_code = o.code and e.from_role = 'admin' and e.role is distinct from 'admin') ceased`;

// $1 part of a name or code, $2 kind, $3 the last one of the page before
const page = `
  select *, count(*) over ()::int as total from (${ownerless}) every_one
  where ($1 = '' or name ilike $1 or code ilike $1) and ($2 = '' or kind = $2)`;

const paged = `
  select * from (${page}) matching
  where $3 = '' or coalesce((lower(name), code) > (select lower(c.display_name), c.code from organisations c where c.code = $3), true)
  order by lower(name), code limit ${PAGE + 1}`;

/** Organisations with members and nobody who decides there; null for everybody but the platform team. */
export async function listOwnerless(viewer: Person, { q, kind, after }: OwnerlessFilters): Promise<Ownerless | null> {
  if (!(await isPlatform(viewer))) return null;
  const part = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const found = await query<OwnerlessOrganisation & { total: number }>(paged, [part, kind, after]);
  const shown = found.slice(0, PAGE);
  return {
    rows: shown.map(({ total: _total, ...row }) => row),
    total: found[0]?.total ?? 0,
    next: found.length > PAGE ? (shown.at(-1)?.code ?? null) : null,
  };
}

/** How many there are; null for everybody but the platform team. */
export async function countOwnerless(viewer: Person): Promise<number | null> {
  if (!(await isPlatform(viewer))) return null;
  const [row] = await query<{ count: number }>(`select count(*)::int as count from (${ownerless}) every_one`, []);
  return row?.count ?? 0;
}

export const isPlatform = async (viewer: Person): Promise<boolean> =>
  viewer.platformAdmin && mayAct(await findPowers(viewer, 'platform'));
