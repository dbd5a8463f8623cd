import { randomUUID } from 'node:crypto';
import type { Anonymous, Machine, Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { sessionStore } from '@/lib/platform/session-store';

/** A moment of a Tuesday, so that tests of clocks read well. */
export const tuesday = new Date('2026-11-24T10:00:00Z');

const HOUR = 3_600_000;

type Wishes = { name?: string; email?: string; platformAdmin?: boolean; now?: Date; unverified?: boolean };

/** Somebody with a confirmed address, signed in on one device: the row, the session and the viewer. */
export async function aPerson(wishes: Wishes = {}): Promise<Person & { sessionToken: string }> {
  const now = wishes.now ?? tuesday;
  const unique = randomUUID().slice(0, 8);
  const user = await db().user.create({
    data: {
      name: wishes.name ?? `Person ${unique}`,
      email: wishes.email ?? `person-${unique}@example.nhs.uk`,
      emailVerified: wishes.unverified ? null : now,
      platformAdminSince: wishes.platformAdmin ? now : null,
      createdAt: now,
    },
  });
  const sessionToken = `session-of-${randomUUID()}`;
  await sessionStore().createSession({
    sessionToken,
    userId: user.id,
    expires: new Date(now.getTime() + 7 * 24 * HOUR),
    idleSeconds: 12 * 3600,
    remembered: false,
    device: 'Edge on Windows',
    network: '192.0.2.0',
    createdAt: now,
    lastSeenAt: now,
    provedAt: now,
  });
  const session = await db().session.findFirstOrThrow({ where: { userId: user.id } });
  return {
    kind: 'person',
    userId: user.id,
    sessionId: session.id,
    name: user.name,
    email: user.email ?? '',
    platformAdmin: Boolean(wishes.platformAdmin),
    provedAt: now,
    workspace: null,
    lostWorkspace: false,
    now,
    requestId: 'test',
    sessionToken,
  };
}

export const anonymous = (now = tuesday): Anonymous => ({ kind: 'anonymous', now, requestId: 'test' });
export const system = (now = tuesday): Machine => ({ kind: 'system', now, requestId: 'test' });

/** The same person at a later time. */
export const later = <P extends { now: Date }>(actor: P, milliseconds: number): P => ({
  ...actor,
  now: new Date(actor.now.getTime() + milliseconds),
});

// Codes follow each other from anywhere: no two of a file are the same, and those of two files seldom.
let lastCode = Math.floor(Math.random() * 90_000);

/** An organisation of the register, with everything else as plain as can be. */
export async function anOrganisation(
  wishes: {
    code?: string;
    kind?: 'practice' | 'pcn';
    name?: string;
    pcnCode?: string;
    status?: 'open' | 'closed';
  } = {},
) {
  const kind = wishes.kind ?? 'practice';
  const code = wishes.code ?? (await freeCode(kind === 'pcn' ? 'U' : 'B'));
  const name = wishes.name ?? `Test ${kind} ${code}`;
  return db().organisation.create({
    data: {
      code,
      kind,
      name: name.toUpperCase(),
      displayName: name,
      status: wishes.status ?? 'open',
      linkable: wishes.status !== 'closed',
      pcnCode: wishes.pcnCode,
      address: ['1 Test Street'],
    },
  });
}

/** A code that nobody has: the demonstration register has thousands. */
async function freeCode(letter: 'B' | 'U'): Promise<string> {
  const code = `${letter}${10_000 + (lastCode++ % 90_000)}`;
  return (await db().organisation.findUnique({ where: { code } })) ? freeCode(letter) : code;
}

/** Makes somebody an active member or administrator, as a decision would leave it. */
export async function joined(person: { userId: string; now: Date }, orgCode: string, role: 'member' | 'admin') {
  return db().membership.create({
    data: {
      reference: `R-${randomUUID().slice(0, 8)}`,
      userId: person.userId,
      orgCode,
      state: 'active',
      role,
      stateSince: person.now,
      requestedAt: person.now,
    },
  });
}

/** Gives somebody a second factor, as if they had set one up long ago: administrators need one after two weeks. */
export async function guarded(person: { userId: string; now: Date }) {
  const key = { name: 'Key', credentialId: randomUUID(), publicKey: new Uint8Array(), createdAt: person.now };
  await db().passkey.create({ data: { ...key, userId: person.userId } });
}

/** Whether an account is active, disabled, closing or closed. */
export const stateOf = async ({ userId }: { userId: string }) =>
  (await db().user.findUniqueOrThrow({ where: { id: userId } })).state;

/** The same person is signed in a second time. */
export async function anotherDevice({ sessionId }: { sessionId: string }, device = 'Firefox on Linux') {
  const { id: _one, ...session } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  await db().session.create({ data: { ...session, sessionToken: randomUUID(), device } });
}
