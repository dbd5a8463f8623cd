import 'server-only';
import { mayAct, type Powers } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import type { MembershipRole } from '../schema/requests';
import type { Member, Members } from '../schema/views';
import { findPowers } from './find-powers';

type Row = {
  code: string;
  organisation: string;
  kind: 'practice' | 'pcn';
  ownRole: MembershipRole;
  id: string;
  userId: string;
  name: string;
  role: MembershipRole;
  works: boolean;
  email: string | null;
  since: Date | null;
  lastActive: Date | null;
};

// What only admins may know does not leave the database for anybody else. The last activity is a month, never a day.
const members = `
  select o.code, o.display_name as organisation, o.kind::text as kind, mine.role::text as "ownRole",
    m.id, m.user_id as "userId", u.name, m.role::text as role,
    u.state = 'active' and u.email_verified is not null as works,
    case when mine.role = 'admin' then coalesce(u.email, '') end as email,
    case when mine.role = 'admin' then m.state_since end as since,
    case when mine.role = 'admin' then date_trunc('month', greatest(u.last_sign_in_at, m.last_used_at), 'Europe/London') end as "lastActive"
  from memberships mine
  join organisations o on o.code = mine.org_code
  join memberships m on m.org_code = mine.org_code and m.state = 'active'
  join users u on u.id = m.user_id
  where mine.user_id = $1::uuid and mine.org_code = $2 and mine.state = 'active'
  order by m.role = 'admin' desc, lower(u.name), m.id`;

/** Who belongs to an organisation, admins first; null for everybody who does not belong to it now (R01, R03, R07). */
export async function listMembers(viewer: Person, code: string): Promise<Members | null> {
  const rows = await query<Row>(members, [viewer.userId, code]);
  const mine = rows.find(({ userId }) => userId === viewer.userId);
  if (!mine) return null;
  const powers = mine.ownRole === 'admin' ? await findPowers(viewer, { code }) : none;
  const acts = mayAct(powers);
  return {
    powers,
    code: mine.code,
    name: mine.organisation,
    kind: mine.kind,
    id: mine.id,
    role: mine.ownRole,
    admins: rows.filter(({ role, works }) => role === 'admin' && works).length,
    members: rows.map(row => memberOf(row, viewer, acts)),
  };
}

const none: Powers = { kind: 'none' };

function memberOf(
  { id, userId, name, role, works, email, since, lastActive }: Row,
  viewer: Person,
  acts: boolean,
): Member {
  const more = acts && email !== null && since ? { email, since, lastActive } : null;
  return { id, name, role, self: userId === viewer.userId, resting: !works, more };
}
