import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import type { AdoptableMember, Adoption } from '../schema/ownerless-views';
import { isPlatform } from './list-ownerless';

const MOST = 200;

const organisation = `
  select o.code, o.display_name as name, o.kind::text as kind, o.status::text in ('closed', 'missing') as closed,
    (select count(*)::int from memberships a join users u on u.id = a.user_id
      where a.org_code = o.code and a.role = 'admin' and u.state = 'active' and u.email_verified is not null) as admins,
    (select count(*)::int from memberships p where p.org_code = o.code and p.state = 'pending') as waiting
  from organisations o where o.code = $1 and o.kind in ('practice', 'pcn')`;

// Who belongs there is the platform team's business only while nobody there decides.
const people = `
  select m.id, u.name, coalesce(u.email, '') as email, m.state_since as since, m.role = 'admin' as "wasAdmin",
    u.state = 'active' and u.email_verified is not null as works, u.id = $2::uuid as self
  from memberships m join users u on u.id = m.user_id
  where m.org_code = $1 and m.state = 'active' order by lower(u.name), m.id limit ${MOST}`;

/** An organisation with those who could become its first admin; null for everybody but the platform team. */
export async function findAdoption(viewer: Person, code: string): Promise<Adoption | null> {
  if (!(await isPlatform(viewer))) return null;
  const [found] = await query<Omit<Adoption, 'members'>>(organisation, [code]);
  if (!found) return null;
  const members = found.admins === 0 ? await query<AdoptableMember>(people, [code, viewer.userId]) : [];
  return { ...found, members };
}
