import 'server-only';
import type { Person, Viewer } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import { digest } from '@/lib/platform/seal';
import { flawOf } from '../rules/invitations';
import type { MailedInvitation, OwnInvitation } from '../schema/invitation-views';

type Row = Omit<OwnInvitation, 'flaw'> & { vouched: boolean; closed: boolean; address: string; ownerId: string | null };

const invitations = `
  select m.id, m.user_id as "ownerId", o.code, o.display_name as name, o.kind::text as kind, i.role::text as role, b.name as by,
    i.created_at as at, i.expires, i.address, o.status::text in ('closed', 'missing') as closed,
    exists (select from memberships a where a.org_code = i.org_code and a.user_id = i.invited_by_id and a.role = 'admin')
      and b.state = 'active' and b.email_verified is not null as vouched
  from invitations i
  join organisations o on o.code = i.org_code
  join users b on b.id = i.invited_by_id
  left join memberships m on m.id = i.membership_id`;

/** The viewer's own invitations, soonest to run out first. */
export async function listOwnInvitations(viewer: Person): Promise<OwnInvitation[]> {
  const rows = await query<Row>(
    `${invitations} where m.user_id = $1::uuid and m.state = 'invited' order by i.expires, o.code`,
    [viewer.userId],
  );
  return rows.map(row => ownOf(row, viewer.now));
}

/** The viewer's invitation to one organisation; null when there is none for them. */
export const findOwnInvitation = async (viewer: Person, code: string): Promise<OwnInvitation | null> =>
  (await listOwnInvitations(viewer)).find(one => one.code === code) ?? null;

/** What a mailed link stands for. Reading it changes nothing, however often (R19); null when it is over. */
export async function findMailedInvitation(viewer: Viewer, token: string | null): Promise<MailedInvitation | null> {
  if (!token) return null;
  const [row] = await query<Row>(`${invitations} where i.token = $1 and i.expires > $2`, [digest(token), viewer.now]);
  if (!row) return null;
  const { id: _id, ...own } = ownOf(row, viewer.now);
  return { ...own, address: row.address, ownerId: row.ownerId };
}

function ownOf({ vouched, closed, address: _address, ownerId: _owner, ...row }: Row, now: Date): OwnInvitation {
  const flaw = flawOf({ expires: row.expires, vouched }, now);
  return { ...row, flaw: flaw ?? (closed ? 'organisation-closed' : null) };
}
