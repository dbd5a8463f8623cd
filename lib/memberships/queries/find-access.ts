import 'server-only';
import { FORMER_MEMBER } from '@/lib/core/names';
import { mayAct } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import { accessAfter, type Step } from '../rules/access';
import type { AccessLine, AccessReceipt } from '../schema/access';
import { authoriser, evidence, type MembershipRole, type MembershipState } from '../schema/requests';
import { findPowers } from './find-powers';

type Row = {
  code: string;
  organisation: string;
  kind: 'practice' | 'pcn';
  at: Date;
  /** Null where nobody had anything to do with the organisation yet. */
  id: string | null;
  userId: string;
  name: string;
  email: string | null;
  erased: boolean;
  reference: string;
  state: MembershipState;
  role: MembershipRole | null;
  since: Date;
  steps: RawStep[];
};

type RawStep = Omit<Step, 'at' | 'evidence' | 'authoriser'> & { at: string; evidence: unknown; authoriser: unknown };

// The organisation must be one of which the viewer is an admin now (R01, R03). Of somebody who has left the address is
// not read. Who of the platform team decided is not the organisation's to know.
const RECEIPT = `
  with receipt as (
    select coalesce(($3::date + 1)::timestamp at time zone 'Europe/London', $4::timestamptz) as at
  )
  select o.code, o.display_name as organisation, o.kind::text as kind, receipt.at, m.id, m.user_id as "userId", u.name,
    case when m.state = 'active' then u.email end as email, u.state = 'closed' as erased, m.reference,
    m.state::text as state, m.role::text as role, m.state_since as since,
    coalesce((select json_agg(json_build_object('id', e.id, 'at', e.at, 'operation', e.operation,
        'fromState', e.from_state, 'toState', e.to_state, 'fromRole', e.from_role, 'role', e.role, 'actorAs', e.actor_as,
        'actor', case when e.actor_as = 'platform' then null else d.name end, 'actorOrg', p.display_name || ' (' || p.code || ')', 'reason', e.reason, 'evidence', e.evidence,
        'authoriser', e.authoriser, 'undoes', e.undoes) order by e.position)
      from membership_events e left join users d on d.id = e.actor_id left join organisations p on p.code = e.actor_org
      where e.membership_id = m.id and e.at < receipt.at), '[]') as steps
  from memberships mine
  cross join receipt
  join organisations o on o.code = mine.org_code
  left join memberships m on m.org_code = o.code and m.created_at < receipt.at
  left join users u on u.id = m.user_id
  where mine.user_id = $1::uuid and mine.org_code = $2 and mine.role = 'admin'
  order by lower(u.name), m.id`;

/** Who has access and who decided it, now or at the end of an earlier day; null for everybody but its admins. */
export async function findAccess(viewer: Person, code: string, day: string | null): Promise<AccessReceipt | null> {
  if (!mayAct(await findPowers(viewer, { code }))) return null;
  // A step of this very moment belongs to it.
  const now = new Date(viewer.now.getTime() + 1);
  const rows = await query<Row>(RECEIPT, [viewer.userId, code, day, now]);
  const [first] = rows;
  if (!first) return null;
  const steps = rows.flatMap(row => row.steps).filter(({ operation }) => !unanswered.has(operation));
  const began = steps.map(({ at }) => Date.parse(at));
  return {
    code: first.code,
    name: first.organisation,
    kind: first.kind,
    at: day ? first.at : viewer.now,
    day,
    lines: rows.flatMap(row => (row.id ? lineOf({ ...row, id: row.id }, day) : [])).sort((a, b) => order(a) - order(b)),
    steps: steps.length,
    firstStep: began.length > 0 ? new Date(Math.min(...began)) : null,
  };
}

// Invitations by themselves are not counted: an admin could tell from it that an address has an account.
const unanswered: ReadonlySet<string> = new Set(['invite', 'cancel', 'decline', 'let-invitation-lapse']);

const order = ({ role }: AccessLine) => (role === 'admin' ? 0 : 1);

function lineOf(row: Row & { id: string }, day: string | null): AccessLine[] {
  const access = accessAfter(row.steps.map(stepOf));
  const known = row.steps.length > 0;
  // Where nothing was recorded, the row itself says since when; for an earlier day only if it already stood so then.
  const role = known ? access?.role : row.state === 'active' && (!day || row.since < row.at) ? row.role : null;
  if (!role) return [];
  const { id, name, email, reference, erased, userId } = row;
  return [
    {
      id,
      name: erased ? `${FORMER_MEMBER} ${userId.slice(0, 4)}` : name,
      email,
      reference,
      role,
      since: access?.since ?? row.since,
      access,
    },
  ];
}

const stepOf = (step: RawStep): Step => ({
  ...step,
  at: new Date(step.at),
  evidence: evidence.safeParse(step.evidence).data ?? null,
  authoriser: authoriser.safeParse(step.authoriser).data ?? null,
});
