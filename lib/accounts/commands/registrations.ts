import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import type { Db } from '@/lib/platform/db';
import { holdAddress } from '@/lib/platform/hold-address';
import { spend } from '@/lib/platform/limits';
import { digest, keyedDigest, randomToken } from '@/lib/platform/seal';
import { clientLimits, lasts } from '../rules/limits';
import type { RegistrationRefusal } from '../words';
import { issue, nextMail } from './mailed-tokens';

/** The account a browser began and has not confirmed yet, found by the token in its cookie. */
export async function openRegistration(db: Db, token: string | null, now: Date) {
  const row = await db.verificationToken.findUnique({
    where: { token: digest(token ?? ''), purpose: 'registration', expires: { gt: now } },
    select: { address: true, returnTo: true, user: { select: { id: true, name: true, emailVerified: true } } },
  });
  return row?.user ? { ...row, user: row.user } : null;
}

type Remembered = { email: string; userId: string; returnTo: string | null };

/** Lets a browser come back to a registration: returns the token for its cookie. */
export async function rememberRegistration({ db, now }: Change, { email, userId, returnTo }: Remembered) {
  const token = randomToken();
  await db.verificationToken.create({
    data: {
      identifier: `registration:${email}`,
      token: digest(token),
      expires: new Date(now.getTime() + lasts.registration),
      purpose: 'registration',
      address: email,
      userId,
      returnTo,
      createdAt: now,
    },
  });
  return token;
}

type Unconfirmed = { userId: string; name: string; address: string; returnTo: string | null };

/**
 * Sends the mail of a registration, unless one went to the address a moment ago. To an address that has a confirmed
 * account it says so instead, and carries neither link nor code of the new one.
 */
export async function sendConfirmation(work: Change, { userId, name, address, returnTo }: Unconfirmed) {
  const { db, tell, now } = work;
  if (await nextMail(db, 'verify', address, now)) return;
  const { token, code, key } = await issue(work, { purpose: 'verify', address, userId, returnTo });
  const owner = await db.user.findFirst({ where: { email: address, emailVerified: { not: null } } });
  if (owner) {
    await tell({
      kind: 'already-registered',
      key: `already-registered:${key}`,
      to: address,
      userId: owner.id,
      props: { name: owner.name },
    });
  } else {
    await tell({
      kind: 'confirm-address',
      key: `confirm-address:${key}`,
      to: address,
      userId,
      props: { name, token, code },
    });
  }
}

type Asked = { registration: string | null; client: string };

/** Sends the mail once more; the link and the code of the one before stop working. */
export async function resend(viewer: Viewer, asked: Asked): Promise<Result<null, RegistrationRefusal>> {
  const slow = await slowed(viewer, asked.client);
  if (slow) return slow;
  return change(viewer, async work => {
    const found = await openRegistration(work.db, asked.registration, work.now);
    if (!found) return refuse('no-registration');
    if (found.user.emailVerified) return refuse('confirmed-already');
    await holdAddress(work.db, found.address);
    const until = await nextMail(work.db, 'verify', found.address, work.now);
    if (until) return refuse('not-yet', { until });
    await sendConfirmation(work, { ...found, userId: found.user.id, name: found.user.name });
    await work.note({ action: 'address.mail-sent-again', personId: found.user.id });
    return done(null);
  });
}

/** Corrects a mistyped address; what was sent to the wrong one stops working. */
export async function correctAddress(
  viewer: Viewer,
  { email, ...asked }: Asked & { email: string },
): Promise<Result<null, RegistrationRefusal>> {
  const slow = await slowed(viewer, asked.client);
  if (slow) return slow;
  return change(viewer, async work => {
    const { db, now, note } = work;
    const found = await openRegistration(db, asked.registration, now);
    if (!found) return refuse('no-registration');
    if (found.user.emailVerified) return refuse('confirmed-already');
    const { user, returnTo } = found;
    await holdAddress(db, email);
    const taken = await db.user.findUnique({ where: { email }, select: { id: true } });
    await db.user.update({ where: { id: user.id }, data: { email: taken && taken.id !== user.id ? null : email } });
    await db.verificationToken.updateMany({
      where: { userId: user.id, purpose: 'registration' },
      data: { address: email, identifier: `registration:${email}` },
    });
    await db.verificationToken.updateMany({
      where: { userId: user.id, purpose: 'verify', address: { not: email }, supersededAt: null },
      data: { supersededAt: now },
    });
    await sendConfirmation(work, { userId: user.id, name: user.name, address: email, returnTo });
    await note({ action: 'address.corrected', personId: user.id });
    return done(null);
  });
}

/** Withdraws a registration that is not confirmed: the account and everything mailed for it are gone. */
export async function deleteRegistration(
  viewer: Viewer,
  registration: string | null,
): Promise<Result<null, RegistrationRefusal>> {
  return change(viewer, async ({ db, now, note }) => {
    const found = await openRegistration(db, registration, now);
    if (!found) return refuse('no-registration');
    const { count } = await db.user.deleteMany({ where: { id: found.user.id, emailVerified: null } });
    if (count === 0) return refuse('confirmed-already');
    await note({ action: 'account.withdrawn', personId: found.user.id });
    return done(null);
  });
}

async function slowed(viewer: Viewer, client: string) {
  const wait = await spend(clientLimits.mail, keyedDigest('client', client));
  return wait === null ? null : refuse('slow-down' as const, { until: new Date(viewer.now.getTime() + wait) });
}
