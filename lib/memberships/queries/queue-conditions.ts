import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { MANY_OPEN_REQUESTS } from '../rules/asking';
import { lateBefore } from '../rules/deadlines';
import { consumerDomains, patterns } from '../rules/evidence';
import { endOfLondonDay } from '../rules/working-days';
import type { QueueFilters } from '../schema/queue';

/** Somebody in the organisation can decide. The index of administrators answers it. */
const HAS_ADMIN = `exists (select from memberships a join users au on au.id = a.user_id
  where a.org_code = m.org_code and a.role = 'admin' and au.state = 'active' and au.email_verified is not null)`;

type Bind = (value: unknown) => string;

/** Collects the values of a statement: each is bound, none is written into the text. */
export function binder(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: value => `$${values.push(value)}` };
}

type Edges = { late: Date; today: Date };
const edges = new WeakMap<Date, Edges>();

/** Moments before which a request is late, and due today. Worked out once for each reading of the clock. */
function edgesOf(now: Date): Edges {
  const known = edges.get(now) ?? { late: lateBefore(now), today: lateBefore(endOfLondonDay(now)) };
  edges.set(now, known);
  return known;
}

/** The organisation was given its time. While the person is asked for more the clock stands: late is what was late then. */
const late = (bind: Bind, now: Date) =>
  `(m.requested_at <= ${bind(edgesOf(now).late)}::timestamptz and (m.paused_at is null or m.escalated_at is not null))`;

/** Whose turn it is, as a condition on a waiting membership `m`. */
export function turn(whose: QueueFilters['waiting'], bind: Bind, now: Date): string {
  if (whose === 'all') return 'true';
  if (whose === 'person') return 'm.paused_at is not null';
  return whose === 'platform'
    ? `(${late(bind, now)} or not ${HAS_ADMIN})`
    : `(not ${late(bind, now)} and ${HAS_ADMIN})`;
}

/**
 * The filters as conditions on `m`, its person `u` and its organisation `o`. Only what narrows is written, so that the
 * database plans for just that.
 */
export function conditions(filters: QueueFilters, { userId, now }: Person, bind: Bind): string {
  const { q, waiting, kind, icb, org, age, flag, assignee } = filters;
  const all = [`m.state = 'pending'`, turn(waiting, bind, now)];
  if (q) all.push(text(bind(`%${q.replace(/[\\%_]/g, '\\$&')}%`)));
  if (kind) all.push(`o.kind::text = ${bind(kind)}`);
  if (icb) all.push(`o.icb_code = ${bind(icb)}`);
  if (org) all.push(`m.org_code = ${bind(org)}`);
  if (age) all.push(ages[age](bind, now));
  if (flag) all.push(flags[flag](bind));
  if (assignee) all.push(assignees[assignee](bind, userId));
  return all.join(' and ');
}

const text = (like: string) =>
  `(u.name ilike ${like} or u.email ilike ${like} or o.display_name ilike ${like} or o.code ilike ${like} or m.reference ilike ${like})`;

const ages: Record<Exclude<QueueFilters['age'], ''>, (bind: Bind, now: Date) => string> = {
  late,
  due: (bind, now) => `(not ${late(bind, now)} and m.requested_at <= ${bind(edgesOf(now).today)}::timestamptz)`,
  'on-time': (bind, now) => `m.requested_at > ${bind(edgesOf(now).today)}::timestamptz`,
};

const DOMAIN = `split_part(u.email, '@', 2)`;
const LOCAL = `split_part(u.email, '@', 1)`;

/** Requests of the same person that wait, this one included. */
export const OPEN_REQUESTS = `(select count(*)::int from memberships w where w.user_id = m.user_id and w.state = 'pending')`;

const flags: Record<Exclude<QueueFilters['flag'], ''>, (bind: Bind) => string> = {
  personal: bind => `(${DOMAIN} = any(${bind(consumerDomains)}::text[]) or ${DOMAIN} ~ ${bind(patterns.consumer)})`,
  'look-alike': bind => `(${DOMAIN} ~ ${bind(patterns.nhsLike)} and ${DOMAIN} !~ ${bind(patterns.genuine)})`,
  shared: bind => `(${LOCAL} ~ ${bind(patterns.function)} or ${LOCAL} = lower(o.code))`,
  again: () => 'm.refusals > 0',
  many: bind => `${OPEN_REQUESTS} > ${bind(MANY_OPEN_REQUESTS)}::int`,
  closed: () => `o.status::text in ('closed', 'missing')`,
};

const assignees: Record<Exclude<QueueFilters['assignee'], ''>, (bind: Bind, userId: string) => string> = {
  me: (bind, userId) => `m.assignee_id = ${bind(userId)}::uuid`,
  nobody: () => 'm.assignee_id is null',
  others: (bind, userId) => `m.assignee_id <> ${bind(userId)}::uuid`,
};
