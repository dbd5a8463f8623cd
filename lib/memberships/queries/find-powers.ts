import 'server-only';
import { type Powers, powersOf } from '@/lib/core/powers';
import type { Person } from '@/lib/core/viewer';
import { type Db, query } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';

/** The organisation's code, or the platform. */
export type Place = { code: string } | 'platform';

type Row = { code: string | null; since: Date; hasFactor: boolean; enforcedFrom: Date | null };

/**
 * What somebody may do as an administrator of this place at this moment, from rows read now (R01, R33). The one answer
 * that commands, queries and pages ask for. Inside a transaction, hand in its client.
 */
export async function findPowers(viewer: Person, place: Place, client?: Db): Promise<Powers> {
  const code = place === 'platform' ? null : place.code;
  const row = (await readRows(viewer, client)).find(one => one.code === code);
  return row ? judge(row, viewer.now) : { kind: 'none' };
}

/** When the first of somebody's powers comes to rest, or did; null where they have none or have a factor. */
export async function findEarliestRest(viewer: Person): Promise<Powers | null> {
  const waiting = (await readRows(viewer))
    .map(row => judge(row, viewer.now))
    .flatMap(powers => (powers.kind === 'grace' || powers.kind === 'resting' ? [powers] : []));
  return waiting.sort((a, b) => endOf(a) - endOf(b))[0] ?? null;
}

type Waiting = Extract<Powers, { kind: 'grace' | 'resting' }>;
const endOf = (powers: Waiting) => (powers.kind === 'grace' ? powers.until : powers.since).getTime();

const judge = ({ since, hasFactor, enforcedFrom }: Row, now: Date) =>
  powersOf({ since, hasFactor, enforcedFrom, graceDays: env().ADMIN_FACTOR_GRACE_DAYS, now });

/** Administrators without a factor whose powers come to rest, or came to rest, within a time: whom to write to. */
export async function listEndingPowers(from: Date, to: Date, now: Date): Promise<EndingPowers[]> {
  const rows = await query<Row & Named>(
    powersWhere(`
    not exists (select from authenticators a where a.user_id = u.id and a.confirmed_at is not null)
    and not exists (select from passkeys k where k.user_id = u.id)`),
    [],
  );
  const earliest = new Map<string, EndingPowers>();
  for (const row of rows) {
    const powers = judge(row, now);
    if (powers.kind !== 'grace' && powers.kind !== 'resting') continue;
    const ends = new Date(endOf(powers));
    const known = earliest.get(row.userId);
    if (!known || ends < known.ends) {
      earliest.set(row.userId, { userId: row.userId, name: row.name, email: row.email, ends });
    }
  }
  return [...earliest.values()].filter(({ ends }) => ends > from && ends <= to);
}

type Named = { userId: string; name: string; email: string };
type EndingPowers = Named & { ends: Date };

// An administrator since the first time they were made one there: giving the role back and forth wins no new days.
const powersWhere = (whose: string) => `
  select u.id as "userId", u.name, u.email, p.code, p.since,
    exists (select from authenticators a where a.user_id = u.id and a.confirmed_at is not null)
      or exists (select from passkeys k where k.user_id = u.id) as "hasFactor",
    (select (value ->> 'from')::timestamptz from settings where key = 'admin-factor') as "enforcedFrom"
  from users u cross join lateral (
    select null::text as code, u.platform_admin_since as since where u.platform_admin_since is not null
    union all
    select m.org_code, coalesce(
      (select min(e.at) from membership_events e where e.membership_id = m.id and e.role = 'admin'), m.state_since)
    from memberships m where m.user_id = u.id and m.role = 'admin') p
  where u.state = 'active' and u.email_verified is not null and ${whose}`;

const ofPerson = powersWhere('u.id = $1::uuid');

const readRows = ({ userId }: Person, client?: Db) =>
  client ? client.$queryRawUnsafe<Row[]>(ofPerson, userId) : query<Row>(ofPerson, [userId]);
