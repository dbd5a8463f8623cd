import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { forget } from '@/lib/platform/attempts';
import { type Change, change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { holdAddress } from '@/lib/platform/hold-address';
import { spend } from '@/lib/platform/limits';
import { hashPassword, TooBusy } from '@/lib/platform/passwords';
import { digest, keyedDigest } from '@/lib/platform/seal';
import { clientLimits, signInLadders } from '../rules/limits';
import { readLink } from '../rules/mailed-link';
import { weakness } from '../rules/password';
import type { AskRefusal, ResetRefusal } from '../words';
import { issue, nextMail } from './mailed-tokens';

type Asked = { email: string; client: string };

/** Mails a link to choose a new password, if there is an account. The answer and the work are the same if there is none. */
export async function askReset(viewer: Viewer, { email, client }: Asked): Promise<Result<null, AskRefusal>> {
  const wait = await spend(clientLimits.mail, keyedDigest('client', client));
  if (wait !== null) return refuse('slow-down', { until: new Date(viewer.now.getTime() + wait) });
  return change(viewer, async work => {
    const { db, now, note, tell, tellNobody } = work;
    await holdAddress(db, email);
    if (await nextMail(db, 'reset', email, now)) return done(null);
    const user = await db.user.findFirst({ where: { email, state: 'active' }, select: { id: true, name: true } });
    const { token, code, key } = await issue(work, { purpose: 'reset', address: email, userId: user?.id ?? null });
    await note({ action: 'password.reset-asked', personId: user?.id });
    if (user) {
      const props = { name: user.name, token, code };
      await tell({ kind: 'reset-password', key: `reset-password:${key}`, to: email, userId: user.id, props });
    } else await tellNobody(`reset-password:${key}`);
    return done(null);
  });
}

type Reset = { token: string; password: string };

/**
 * Sets the password that a mailed link allows. Ends every session and everything else that was mailed; signs nobody in.
 * The link came by mail, so the address is proved by it too.
 */
export async function resetPassword(
  viewer: Viewer,
  { token, password }: Reset,
): Promise<Result<{ sessionsEnded: number }, ResetRefusal>> {
  const where = { token: digest(token), purpose: 'reset' };
  const found = await db().verificationToken.findUnique({ where, include: { user: { select: person } } });
  if (!found?.user) return refuse('link-unknown');
  const weak = await weakness(password, aboutPerson(found.user, found.address));
  if (weak) return refuse(weak);
  const passwordHash = await hashPassword(password).catch(error => {
    if (error instanceof TooBusy) return null;
    throw error;
  });
  if (passwordHash === null) return refuse('busy');
  const result = await change<{ sessionsEnded: number }, ResetRefusal>(viewer, async work => {
    await holdAddress(work.db, found.address);
    const row = await work.db.verificationToken.findUnique({ where, include: { user: true } });
    const state = readLink(row, work.now);
    if (state !== 'ready') return refuse(state);
    // Bound to its address: worth nothing once the account has another one.
    if (!row?.user || row.user.email !== row.address || row.user.state !== 'active') return refuse('link-unknown');
    await work.db.verificationToken.update({ where: { token: row.token }, data: { spentAt: work.now } });
    return done({ sessionsEnded: await replacePassword(work, row.user, { passwordHash, keepSession: null }) });
  });
  if (result.ok) await forget(signInLadders.account, found.address);
  return result;
}

type Owner = { id: string; name: string; email: string | null; emailVerified: Date | null };

/** A new password for somebody who has proved who they are: other sessions end, what was mailed is void, they are told. */
export async function replacePassword(
  { db, now, note, tell }: Change,
  owner: Owner,
  { passwordHash, keepSession }: { passwordHash: string; keepSession: string | null },
): Promise<number> {
  await db.user.update({
    where: { id: owner.id },
    data: { passwordHash, passwordChangedAt: now, emailVerified: owner.emailVerified ?? now },
  });
  const others = keepSession ? { id: { not: keepSession } } : {};
  const { count } = await db.session.deleteMany({ where: { userId: owner.id, ...others } });
  await db.verificationToken.updateMany({
    where: {
      userId: owner.id,
      purpose: { in: ['reset', 'verify', 'change-address'] },
      spentAt: null,
      supersededAt: null,
    },
    data: { supersededAt: now },
  });
  // A sign-in that was begun with the old password ends there.
  await db.challenge.deleteMany({ where: { userId: owner.id, purpose: 'second-step' } });
  await note({ action: 'password.changed', personId: owner.id, data: { sessionsEnded: count } });
  if (owner.email) {
    await tell({
      kind: 'password-changed',
      key: `password-changed:${owner.id}:${now.getTime()}`,
      to: owner.email,
      userId: owner.id,
      props: { name: owner.name, sessionsEnded: count },
    });
  }
  return count;
}

const organisation = { select: { code: true, displayName: true } };
export const person = {
  name: true,
  memberships: { where: { state: 'active' as const }, select: { organisation } },
};

type Known = { name: string; memberships: { organisation: { code: string; displayName: string } }[] };

/** What a password of this person must not contain. */
export const aboutPerson = ({ name, memberships }: Known, email: string) => ({
  name,
  email,
  siteName: env().SITE_NAME,
  organisations: memberships.map(({ organisation }) => ({ code: organisation.code, name: organisation.displayName })),
});
