import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { isClosed } from '@/lib/organisations/rules/status';
import { query } from '@/lib/platform/db';
import { askAgainFrom, mayAskAgain } from '../rules/asking';
import { standingOf } from '../rules/machine';
import type { MembershipRole, MembershipState } from '../schema/requests';
import type { OwnMembership } from '../schema/views';

type Row = {
  id: string;
  reference: string;
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  status: string;
  closed_on: Date | null;
  state: MembershipState;
  role: MembershipRole | null;
  since: Date;
  refusals: number;
  reason: string | null;
};

const own = `
  select m.id, m.reference, o.code, o.display_name as name, o.kind::text as kind, o.status::text as status, o.closed_on,
    m.state::text as state, m.role::text as role, m.state_since as since, m.refusals,
    case when m.state in ('rejected', 'removed') then (
      select e.reason from membership_events e where e.membership_id = m.id and e.operation in ('reject', 'remove')
      order by e.position desc limit 1) end as reason
  from memberships m join organisations o on o.code = m.org_code
  where m.user_id = $1::uuid
  order by case m.state when 'active' then 0 when 'pending' then 1 when 'invited' then 1 else 2 end, o.display_name, o.code`;

/** All organisations the viewer ever asked for: active first, then waiting, then over. */
export async function listMemberships(viewer: Person): Promise<OwnMembership[]> {
  const rows = await query<Row>(own, [viewer.userId]);
  return rows.map(({ state, role, status, closed_on: closedOn, refusals, ...row }) => {
    const standing = standingOf({ state, role });
    return {
      ...row,
      closed: isClosed(status),
      closedOn,
      standing: standing === 'none' ? 'left' : standing,
      askAgainFrom: askAgainFrom(standing, row.since),
      mayAskAgain: mayAskAgain(refusals),
    };
  });
}
