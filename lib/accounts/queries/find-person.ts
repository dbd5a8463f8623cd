import 'server-only';
import { mayAct, powersOf } from '@/lib/core/powers';
import { type Person, SEEN_EVERY, type SessionTime } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { digest } from '@/lib/platform/seal';

type Row = {
  user_id: string;
  session_id: string;
  name: string;
  email: string;
  platform_admin_since: Date | null;
  has_factor: boolean | null;
  enforced_from: Date | null;
  proved_at: Date;
  membership_id: string | null;
  role: 'member' | 'admin' | null;
  code: string | null;
  org_name: string | null;
  kind: 'practice' | 'pcn' | null;
  closed: boolean | null;
  has_notice: boolean;
  most: number;
  idle: number;
  unseen: number;
};

// Session, person, and the active workspace if it is still theirs, in one statement. The time of the last request is
// written inside the same statement, and seldom, so that most requests write nothing.
const viewerOfSession = `
  with found as (
    select s.id, s.user_id, s.proved_at, s.idle_seconds as idle,
      extract(epoch from s.expires - $3::timestamptz)::float8 as most,
      extract(epoch from $3::timestamptz - s.last_seen_at)::float8 as unseen,
      u.name, u.email, u.platform_admin_since,
      case when u.platform_admin_since is not null then
        exists (select from authenticators a where a.user_id = u.id and a.confirmed_at is not null)
        or exists (select from passkeys k where k.user_id = u.id) end as has_factor,
      case when u.platform_admin_since is not null then
        (select (value ->> 'from')::timestamptz from settings where key = 'admin-factor') end as enforced_from
    from sessions s join users u on u.id = s.user_id
    where s.session_token = $1 and s.expires > $3
      and s.last_seen_at + s.idle_seconds * interval '1 second' > $3
      and u.state = 'active' and u.email_verified is not null
  ), seen as (
    update sessions set last_seen_at = $3
    where id = (select id from found) and last_seen_at < $3::timestamptz - interval '${SEEN_EVERY} seconds'
  )
  select f.user_id, f.id as session_id, f.name, f.email, f.platform_admin_since, f.has_factor,
    f.enforced_from, f.proved_at, f.most, f.idle, f.unseen, exists (select from notices n where n.session_id = f.id) as has_notice,
    m.id as membership_id, m.role, o.code, o.display_name as org_name, o.kind, o.status in ('closed', 'missing') as closed
  from found f
  left join memberships m on m.id = $2::uuid and m.user_id = f.user_id and m.state = 'active'
  left join organisations o on o.code = m.org_code`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Who the session's cookie stands for at this moment, or null: ended, too old, idle too long, or the account is not
 * active. `wanted` is the workspace cookie: a membership id, and only a wish.
 */
export async function findPerson(
  sessionToken: string,
  wanted: string | null,
  moment: { now: Date; requestId: string },
): Promise<Person | null> {
  const workspaceId = wanted && uuid.test(wanted) ? wanted : null;
  const [row] = await query<Row>(viewerOfSession, [digest(sessionToken), workspaceId, moment.now]);
  if (!row) return null;
  const { membership_id: membershipId, code, kind, role, org_name: name } = row;
  const workspace =
    membershipId && code && kind && role && name
      ? { membershipId, code, kind, role, name, closed: row.closed === true }
      : null;
  return {
    kind: 'person',
    userId: row.user_id,
    sessionId: row.session_id,
    name: row.name,
    email: row.email,
    platformAdmin: isPlatformAdmin(row, moment.now),
    provedAt: row.proved_at,
    workspace,
    lostWorkspace: wanted !== null && workspace === null,
    sessionTime: timeOf(row),
    hasNotice: row.has_notice,
    ...moment,
  };
}

// A request counts only when the last one that did is old enough.
function timeOf({ most, idle, unseen }: Row): SessionTime {
  const idleLeft = unseen < SEEN_EVERY ? idle - unseen : idle;
  return { left: Math.floor(Math.min(most, idleLeft)), most: Math.floor(most), idle };
}

// Powers that rest for want of a second factor are no powers: whatever asks for a platform administrator is closed (R33).
const isPlatformAdmin = (
  { platform_admin_since: since, has_factor: factor, enforced_from: enforcedFrom }: Row,
  now: Date,
) =>
  mayAct(powersOf({ since, enforcedFrom, hasFactor: factor === true, graceDays: env().ADMIN_FACTOR_GRACE_DAYS, now }));
