import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person, Viewer } from '@/lib/core/viewer';
import { type Change, changeAtOnce } from '@/lib/platform/change';
import { digest, randomToken } from '@/lib/platform/seal';
import { sessionStore } from '@/lib/platform/session-store';
import { deviceWords, networkOf } from '../rules/device';
import { sessionLasts } from '../rules/limits';

export type Client = { address: string; userAgent: string };

/** A session for the cookie; `until` null: it ends with the browser. */
export type Session = { sessionToken: string; until: Date | null };

type Wanted = {
  userId: string;
  remembered: boolean;
  client: Client;
  by: 'password' | 'code' | 'recovery-code' | 'passkey';
};

/**
 * Begins a session for somebody who has proved all that is asked of them. One that this browser already carried, also
 * somebody else's, ends in the same change. A device they were not seen on before is told by mail.
 */
export async function openSession(work: Change, viewer: Viewer, wanted: Wanted): Promise<Session> {
  const { db, now, note } = work;
  if (viewer.kind === 'person') {
    await db.session.deleteMany({ where: { id: viewer.sessionId } });
    await note({ action: 'session.replaced', subject: viewer.sessionId, personId: viewer.userId });
  }
  const { userId, remembered, by } = wanted;
  const { expires, idle } = lastingOf(remembered, now);
  const place = placeOf(wanted.client);
  const sessionToken = randomToken();
  const made = await sessionStore(db).createSession({
    ...place,
    sessionToken,
    userId,
    expires,
    idleSeconds: idle / 1000,
    remembered,
    createdAt: now,
    lastSeenAt: now,
    provedAt: now,
  });
  const subject = idOf(made);
  await note({ action: 'session.begun', personId: userId, subject, data: { remembered, by } });
  await db.user.update({ where: { id: userId }, data: { lastSignInAt: now } });
  await db.verificationToken.deleteMany({ where: { purpose: 'registration', userId } });
  await recogniseDevice(work, { userId, ...place, subject });
  return { sessionToken, until: remembered ? expires : null };
}

// The adapter's type knows NextAuth's three columns only; the row has its id.
const idOf = (session: object) => ('id' in session && typeof session.id === 'string' ? session.id : undefined);

/** Where a session is opened, as it is shown to its owner. */
export const placeOf = ({ userAgent, address }: Client) => ({
  device: deviceWords(userAgent),
  network: networkOf(address),
});

function lastingOf(remembered: boolean, now: Date) {
  const { absolute, idle } = remembered ? sessionLasts.remembered : sessionLasts.passing;
  return { expires: new Date(now.getTime() + absolute), idle };
}

/** What was read of the account before its password was checked. */
type Plain = { userId: string; passwordHash: string; lastSignInAt: Date | null; remembered: boolean; client: Client };

// The row of users is compared with what was read before the hash: a new password, a new state or another sign-in in
// between, and it is left alone. The session's row is the one that NextAuth's adapter writes in openSession.
const plainly = `
  person as (
    update users u set last_sign_in_at = $1::timestamptz
    where u.id = $6::uuid and u.password_hash = $7 and u.last_sign_in_at is not distinct from $8::timestamptz
      and u.state = 'active' and u.email_verified is not null
      and not exists (select from authenticators a where a.user_id = u.id and a.confirmed_at is not null)
      and not exists (select from passkeys k where k.user_id = u.id)
    returning u.id
  ), begun as (
    insert into sessions (session_token, user_id, expires, idle_seconds, remembered, device, network, created_at,
      last_seen_at, proved_at)
    select $9, id, $10::timestamptz, $11::int, $12::boolean, $13, $14, $1::timestamptz, $1::timestamptz, $1::timestamptz
    from person
    returning id, user_id
  ), confirmed as (
    delete from verification_tokens where purpose = 'registration' and user_id in (select id from person)
  ), seen as (
    insert into known_devices (user_id, device, network, created_at, last_seen_at)
    select id, $13, $14, $1::timestamptz, $1::timestamptz from person
    on conflict (user_id, device, network) do update set last_seen_at = excluded.last_seen_at
  ), done as (
    select null as org_code, user_id as person_id, id::text as subject,
      jsonb_build_object('remembered', $12::boolean, 'by', 'password') as data
    from begun
  )`;

/**
 * The sign-in that nearly all are, in one statement: a known device, no second factor, nobody signed in before. Null when
 * it turns out to be another kind; nothing was changed then, and openSession's way decides.
 */
export async function openSessionAtOnce(viewer: Viewer, plain: Plain): Promise<Session | null> {
  const { userId, passwordHash, lastSignInAt, remembered, client } = plain;
  const { expires, idle } = lastingOf(remembered, viewer.now);
  const { device, network } = placeOf(client);
  const sessionToken = randomToken();
  const values = [userId, passwordHash, lastSignInAt, digest(sessionToken), expires, idle / 1000, remembered];
  const begun = await changeAtOnce(viewer, 'session.begun', { parts: plainly, values: [...values, device, network] });
  return begun && { sessionToken, until: remembered ? expires : null };
}

type Place = { userId: string; device: string; network: string; subject?: string };

async function recogniseDevice({ db, now, tell }: Change, { userId, device, network, subject }: Place): Promise<void> {
  const known = await db.knownDevice.findMany({ where: { userId }, select: { device: true, network: true } });
  await db.knownDevice.upsert({
    where: { userId_device_network: { userId, device, network } },
    create: { userId, device, network, createdAt: now, lastSeenAt: now },
    update: { lastSeenAt: now },
  });
  // The first sign-in of an account is nothing to be told about.
  if (known.length === 0 || known.some(seen => seen.device === device && seen.network === network)) return;
  const owner = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } });
  if (!owner.email) return;
  await tell({
    kind: 'new-device',
    key: `new-device:${subject}`,
    to: owner.email,
    userId,
    props: { name: owner.name, device, network, at: now.toISOString() },
  });
}

/** The same session under a new token, proved a moment ago; the old token is dead (R38). */
export async function renewSession(
  { db, now, note }: Change,
  viewer: Person,
  by: string,
): Promise<Result<Session, 'session-over'>> {
  const row = await db.session.findUnique({ where: { id: viewer.sessionId, userId: viewer.userId } });
  if (!row) return refuse('session-over');
  const sessionToken = randomToken();
  await db.session.update({ where: { id: row.id }, data: { sessionToken: digest(sessionToken), provedAt: now } });
  await note({ action: 'session.confirmed', subject: row.id, data: { by } });
  return done({ sessionToken, until: row.remembered ? row.expires : null });
}
