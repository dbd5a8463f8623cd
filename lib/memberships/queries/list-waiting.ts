import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import type { Waiting } from '../schema/views';
import { listDecidedFor } from './find-deciding-pcn';

const waiting = `
  select o.code, o.display_name as name, o.kind::text as kind, count(*)::int as count, min(m.requested_at) as oldest,
    (select count(*)::int from memberships a join users u on u.id = a.user_id
      where a.org_code = o.code and a.role = 'admin' and a.user_id <> $1::uuid and u.state = 'active') as "otherAdmins"
  from organisations o join memberships m on m.org_code = o.code and m.state = 'pending' and m.user_id <> $1::uuid
  where o.code = any(array(select mine.org_code from memberships mine where mine.user_id = $1::uuid and mine.role = 'admin')
    || $2::text[])
  group by o.code order by min(m.requested_at)`;

/** What waits for the viewer as an administrator, also for practices that let their PCN decide, longest first. */
export async function listWaiting(viewer: Person): Promise<Waiting[]> {
  const practices = (await listDecidedFor(viewer)).map(({ code }) => code);
  return query<Waiting>(waiting, [viewer.userId, practices]);
}
