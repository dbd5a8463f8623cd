import 'server-only';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import { readAddresses } from '../rules/address-list';
import { MOST_AT_ONCE, outcomeOf } from '../rules/invitations';
import { standingOf } from '../rules/machine';
import type { CheckedList, WaitingInvitation, WaitingInvitations } from '../schema/invitation-views';
import type { MembershipRole, MembershipState } from '../schema/requests';
import { findPowers } from './find-powers';

const PAGE = 25;

// Whether an address has an account is neither asked nor answered here.
const waiting = `
  select i.id, i.address, i.role::text as role, b.name as by, i.created_at as at, i.expires,
    i.resent_at is not null as "sentAgain", word.vouched, count(*) over ()::int as total
  from invitations i join users b on b.id = i.invited_by_id
  cross join lateral (select b.state = 'active' and b.email_verified is not null and exists (
    select from memberships a where a.org_code = i.org_code and a.user_id = b.id and a.role = 'admin') as vouched) word
  where i.org_code = $1 and i.expires > $2`;

type Row = WaitingInvitation & { total: number };

/** Invitations that wait, newest first; null for everybody who is not an admin there with powers that do not rest. */
export async function listInvitations(viewer: Person, code: string, after: string): Promise<WaitingInvitations | null> {
  if (!mayAct(await findPowers(viewer, { code }))) return null;
  const rows = await query<Row>(
    `select * from (${waiting}) page
     where $3 = '' or (at, id) < (select c.created_at, c.id from invitations c where c.id::text = $3 and c.org_code = $1)
     order by at desc, id desc limit ${PAGE + 1}`,
    [code, viewer.now, after],
  );
  const shown = rows.slice(0, PAGE);
  return {
    rows: shown.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

type Known = {
  address: string;
  state: MembershipState | null;
  role: MembershipRole | null;
  id: string | null;
  invited: boolean;
};

// Of people only those who belong here or have asked to; everybody else is as good as unknown.
const known = `
  select t.address, m.state::text as state, m.role::text as role, m.id,
    exists (select from invitations i join users b on b.id = i.invited_by_id
      where i.org_code = $1 and i.address = t.address and i.expires > $3
        and b.state = 'active' and b.email_verified is not null and exists (
          select from memberships a where a.org_code = $1 and a.user_id = b.id and a.role = 'admin')) as invited
  from unnest($2::text[]) as t (address)
  left join users u on u.email = t.address and u.email_verified is not null
  left join memberships m on m.user_id = u.id and m.org_code = $1 and m.state in ('active', 'pending')`;

/** What would become of a list of addresses; null for everybody who may not invite here. */
export async function checkAddresses(viewer: Person, code: string, typed: string): Promise<CheckedList | null> {
  if (!mayAct(await findPowers(viewer, { code }))) return null;
  const { addresses, malformed, repeated } = readAddresses(typed);
  const first = addresses.slice(0, MOST_AT_ONCE);
  const rows = await query<Known>(known, [code, first, viewer.now]);
  const checked = first.map(address => {
    const row = rows.find(one => one.address === address);
    const standing = row?.state ? standingOf({ state: row.state, role: row.role }) : 'none';
    const outcome = outcomeOf(standing, row?.invited ?? false);
    return { address, outcome, requestId: outcome === 'asked' ? (row?.id ?? null) : null };
  });
  return { checked, malformed, repeated, tooMany: addresses.length > first.length };
}
