import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person, Viewer } from '@/lib/core/viewer';
import type { Change } from '@/lib/platform/change';
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
  const { absolute, idle } = remembered ? sessionLasts.remembered : sessionLasts.passing;
  const expires = new Date(now.getTime() + absolute);
  const place = { device: deviceWords(wanted.client.userAgent), network: networkOf(wanted.client.address) };
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
