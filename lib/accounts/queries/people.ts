import 'server-only';
import { z } from 'zod';
import type { Person } from '@/lib/core/viewer';
import { db, query } from '@/lib/platform/db';
import type { PeopleFilters } from '../schema/leaving';
import { findOwnerless, type Ownerless } from './leaving';

const PAGE = 25;

export type PersonState = 'active' | 'unconfirmed' | 'disabled' | 'closing' | 'closed';
export type PersonLine = {
  id: string;
  name: string;
  email: string | null;
  state: PersonState;
  platformAdmin: boolean;
  organisations: number;
  createdAt: Date;
  lastSignInAt: Date | null;
};

export type People = { rows: PersonLine[]; next: string | null };

const columns = `
  u.id, u.name, u.email, u.created_at as "createdAt", u.last_sign_in_at as "lastSignInAt",
  u.platform_admin_since is not null as "platformAdmin",
  case when u.state = 'active' and u.email_verified is null then 'unconfirmed' else u.state::text end as state,
  (select count(*)::int from memberships m where m.user_id = u.id and m.state = 'active') as organisations`;

// $1 text pattern, $2 the text itself (an id), $3 state, $4 and $5 where the page before ended
const matching = `
  select ${columns} from users u
  where ($1 = '' or u.name ilike $1 or u.email ilike $1 or u.id::text = $2)
    and case $3
      when '' then true
      when 'platform' then u.platform_admin_since is not null
      when 'unconfirmed' then u.state = 'active' and u.email_verified is null
      when 'active' then u.state = 'active' and u.email_verified is not null
      else u.state::text = $3 end
    and ($4::timestamptz is null or (u.created_at, u.id) < ($4::timestamptz, $5::uuid))
  order by u.created_at desc, u.id desc limit ${PAGE + 1}`;

/** People by name, address or id, the newest accounts first; null for everybody but platform administrators. */
export async function listPeople(viewer: Person, { q, state, after }: PeopleFilters): Promise<People | null> {
  if (!viewer.platformAdmin) return null;
  const cursor = readCursor(after);
  const pattern = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const wanted = [pattern, q.toLowerCase(), state, cursor?.at ?? null, cursor?.id ?? null];
  const found = await query<PersonLine>(matching, wanted);
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return { rows, next: found.length > PAGE && last ? `${last.createdAt.toISOString()}_${last.id}` : null };
}

const cursorShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor as the URL carries it; anything else is the first page. */
function readCursor(after: string): { at: Date; id: string } | null {
  const [, at, id] = cursorShape.exec(after) ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : null;
}

export type PersonPage = PersonLine & {
  stateSince: Date;
  passwordChangedAt: Date | null;
  factors: { authenticator: boolean; passkeys: number; recoveryCodes: number };
  sessions: { id: string; device: string; network: string; createdAt: Date; lastSeenAt: Date }[];
  memberships: { id: string; code: string; organisation: string; state: string; role: string | null; since: Date }[];
  removal: { due: Date; evidence: string } | null;
  activity: { id: string; at: Date; action: string }[];
};

/** One account, for the platform team: its state and where it is in use, never what the person saved. */
export async function findPersonPage(viewer: Person, id: string): Promise<PersonPage | null> {
  if (!viewer.platformAdmin || !z.uuid().safeParse(id).success) return null;
  const [[line], user, activity] = await Promise.all([
    query<PersonLine>(`select ${columns} from users u where u.id = $1::uuid`, [id]),
    db().user.findUnique({ where: { id }, select: standing(viewer.now) }),
    db().audit.findMany({
      // What people keep in presets and saved filters is not their colleagues' to read.
      where: {
        OR: [{ personId: id }, { actorId: id }],
        NOT: [{ action: { startsWith: 'preset.' } }, { action: { startsWith: 'queue.' } }],
      },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: 20,
      select: { id: true, at: true, action: true },
    }),
  ]);
  if (!line || !user) return null;
  const { authenticator, _count, memberships, factorRemovals, ...rest } = user;
  return {
    ...line,
    ...rest,
    factors: {
      authenticator: Boolean(authenticator?.confirmedAt),
      passkeys: _count.passkeys,
      recoveryCodes: _count.recoveryCodes,
    },
    memberships: memberships.map(({ organisation, orgCode, stateSince, ...row }) => ({
      ...row,
      code: orgCode,
      organisation: organisation.displayName,
      since: stateSince,
    })),
    removal: factorRemovals[0] ?? null,
    activity,
  };
}

/** Organisations that would have no admin without this person, for whoever is about to disable the account. */
export async function findOnlyAdminOf(viewer: Person, { id, memberships }: PersonPage): Promise<Ownerless[]> {
  if (!viewer.platformAdmin) return [];
  const administered = memberships.filter(({ state, role }) => state === 'active' && role === 'admin');
  return findOwnerless(
    id,
    administered.map(({ code, organisation }) => ({ code, name: organisation })),
  );
}

const standing = (now: Date) => ({
  stateSince: true,
  passwordChangedAt: true,
  authenticator: { select: { confirmedAt: true } },
  _count: { select: { passkeys: true, recoveryCodes: { where: { usedAt: null } } } },
  sessions: {
    where: { expires: { gt: now } },
    orderBy: { lastSeenAt: 'desc' as const },
    select: { id: true, device: true, network: true, createdAt: true, lastSeenAt: true },
  },
  memberships: {
    orderBy: { orgCode: 'asc' as const },
    select: {
      id: true,
      orgCode: true,
      state: true,
      role: true,
      stateSince: true,
      organisation: { select: { displayName: true } },
    },
  },
  factorRemovals: {
    where: { stoppedAt: null, doneAt: null },
    select: { due: true, evidence: true },
  },
});
