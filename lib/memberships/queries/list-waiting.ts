import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import type { Waiting } from '../schema/views';

const waiting = `
  select o.code, o.display_name as name, o.kind::text as kind, count(*)::int as count, min(m.requested_at) as oldest,
    (select count(*)::int from memberships a join users u on u.id = a.user_id
      where a.org_code = o.code and a.role = 'admin' and a.user_id <> $1::uuid and u.state = 'active') as "otherAdmins"
  from memberships mine
  join organisations o on o.code = mine.org_code
  join memberships m on m.org_code = mine.org_code and m.state = 'pending'
  where mine.user_id = $1::uuid and mine.role = 'admin'
  group by o.code order by min(m.requested_at)`;

/** What waits for the viewer as an administrator of organisations, longest first. */
export const listWaiting = (viewer: Person): Promise<Waiting[]> => query<Waiting>(waiting, [viewer.userId]);
