import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { attemptOnBoth, forgive, giveBack } from '@/lib/platform/attempts';
import { type Change, change } from '@/lib/platform/change';
import { env } from '@/lib/platform/env';
import { fits, hashPassword, isOutdated, TooBusy } from '@/lib/platform/passwords';
import { hasFactor } from '../queries/factors';
import { findSigningIn } from '../queries/signing-in';
import { graceEnds } from '../rules/grace';
import { signInLadders } from '../rules/limits';
import type { SignInDetails } from '../schema';
import type { SignInRefusal } from '../words';
import { issue } from './mailed-tokens';
import { type Client, openSession, openSessionAtOnce, placeOf, type Session } from './open-session';
import { rememberRegistration } from './registrations';
import { beginSecondStep } from './second-step';

const { account } = signInLadders;

type Wanted = SignInDetails & { returnTo: string | null; client: Client };

/** A session for the cookie, a sign-in that lacks its factor, or a registration that is to be confirmed first. */
export type SignedIn =
  | ({ kind: 'session' } & Session)
  | { kind: 'factor'; token: string }
  /** The account is closed and can still be taken back, with this token. */
  | { kind: 'closing'; token: string }
  | { kind: 'unconfirmed'; registration: string };

/**
 * Signs in by password. A wrong address and a wrong password are one answer and cost one time. A session this browser
 * already carried, also somebody else's, ends in the same change.
 */
export async function signIn(viewer: Viewer, wanted: Wanted): Promise<Result<SignedIn, SignInRefusal>> {
  const byClient = { ladder: signInLadders.client, whose: wanted.client.address };
  const byAccount = { ladder: account, whose: wanted.email };
  const tried = await attemptOnBoth(byClient, byAccount, viewer.now);
  if (!tried.open) return refuse('wait', { until: tried.until });
  const user = await findSigningIn(wanted.email, placeOf(wanted.client));
  const right = await fits(user?.passwordHash ?? null, wanted.password).catch(async error => {
    if (!(error instanceof TooBusy)) throw error;
    await Promise.all([byClient, byAccount].map(({ ladder, whose }) => giveBack(ladder, whose)));
    return null;
  });
  if (right === null) return refuse('busy');
  if (!right || !user?.passwordHash) {
    await noteFailure(viewer, wanted.email, tried.failures);
    return refuse('wrong');
  }
  await forgive(byClient, byAccount);
  const { id: userId, passwordHash, lastSignInAt, familiar } = user;
  const outdated = isOutdated(passwordHash);
  if (familiar && !outdated && viewer.kind !== 'person') {
    const remembered = wanted.remember === 'on';
    const plain = { userId, passwordHash, lastSignInAt, remembered, client: wanted.client };
    const session = await openSessionAtOnce(viewer, plain);
    if (session) return done({ kind: 'session', ...session });
  }
  const newHash = outdated ? await hashPassword(wanted.password).catch(() => null) : null;
  return change(viewer, work => admit(work, viewer, wanted, { userId, stored: passwordHash, newHash }));
}

type Checked = { userId: string; stored: string; newHash: string | null };

async function admit(
  work: Change,
  viewer: Viewer,
  wanted: Wanted,
  { userId, stored, newHash }: Checked,
): Promise<Result<SignedIn, SignInRefusal>> {
  const { db, now } = work;
  await db.$executeRaw`select 1 from users where id = ${userId}::uuid for update`;
  const user = await db.user.findUnique({ where: { id: userId } });
  // The password was changed while this one was being checked.
  if (user?.passwordHash !== stored) return refuse('wrong');
  if (user.state === 'closing' && user.email) {
    const until = graceEnds(user.stateSince, env().DELETION_GRACE_DAYS);
    if (until <= now) return refuse('wrong');
    const { token } = await issue(work, { purpose: 'undo-deletion', address: user.email, userId, until });
    await work.note({ action: 'sign-in.account-closing', personId: userId });
    return done({ kind: 'closing', token });
  }
  if (user.state !== 'active') return refuse('suspended');
  if (!user.emailVerified) {
    const { returnTo } = wanted;
    const registration = await rememberRegistration(work, { email: wanted.email, userId, returnTo });
    return done({ kind: 'unconfirmed', registration });
  }
  if (newHash) await db.user.update({ where: { id: userId }, data: { passwordHash: newHash } });
  const remembered = wanted.remember === 'on';
  if (await hasFactor(db, userId)) {
    const token = await beginSecondStep(work, { userId, remembered, returnTo: wanted.returnTo });
    await work.note({ action: 'sign-in.factor-asked', personId: userId });
    return done({ kind: 'factor', token });
  }
  const session = await openSession(work, viewer, { userId, remembered, client: wanted.client, by: 'password' });
  return done({ kind: 'session', ...session });
}

/** Written down for every wrong try; at the longest wait its owner is told, with a way in, once. */
async function noteFailure(viewer: Viewer, email: string, failures: number): Promise<void> {
  await change(viewer, async work => {
    const user = await work.db.user.findFirst({ where: { email, emailVerified: { not: null }, state: 'active' } });
    await work.note({ action: 'sign-in.refused', personId: user?.id });
    if (user && failures === account.free + account.waits.length) {
      const { token, key } = await issue(work, { purpose: 'reset', address: email, userId: user.id });
      const props = { name: user.name, token };
      await work.tell({ kind: 'sign-in-slowed', key: `sign-in-slowed:${key}`, to: email, userId: user.id, props });
    }
    return done(null);
  });
}
