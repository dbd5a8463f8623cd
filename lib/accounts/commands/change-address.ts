import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person, Viewer } from '@/lib/core/viewer';
import { bindInvitations } from '@/lib/memberships/commands/bind-invitations';
import { type Change, change } from '@/lib/platform/change';
import type { Db } from '@/lib/platform/db';
import { holdAddress } from '@/lib/platform/hold-address';
import { spend } from '@/lib/platform/limits';
import { digest, keyedDigest } from '@/lib/platform/seal';
import { CODE_TRIES, clientLimits } from '../rules/limits';
import { readLink } from '../rules/mailed-link';
import { masked } from '../rules/masked';
import type { LinkRefusal } from '../words';
import type { AddressChangeRefusal, AddressCodeRefusal } from '../words/leaving';
import { codeDigest, issue, nextMail } from './mailed-tokens';

const purpose = 'change-address';
const live = { purpose, spentAt: null, supersededAt: null } as const;

type Asked = { email: string; client: string };

/**
 * Asks the owner of an address whether it may become this account's. Nothing changes before they answer. An address that
 * another account has gets the same answer here, and a mail that says so (R18).
 */
export async function askAddressChange(
  viewer: Person,
  { email, client }: Asked,
): Promise<Result<null, AddressChangeRefusal>> {
  if (!isFresh(viewer, viewer.now)) return refuse('not-fresh');
  if (email === viewer.email) return refuse('same-address');
  const wait = await spend(clientLimits.mail, keyedDigest('client', client));
  if (wait !== null) return refuse('slow-down', { until: new Date(viewer.now.getTime() + wait) });
  return change(viewer, async work => {
    const { db, now, note, tell } = work;
    await holdAddress(db, email);
    const until = await nextMail(db, purpose, email, now);
    if (until) return refuse('not-yet', { until });
    const { token, code, key } = await issue(work, { purpose, address: email, userId: viewer.userId });
    await note({ action: 'address.change-asked', personId: viewer.userId });
    const owner = await db.user.findFirst({ where: { email, emailVerified: { not: null } } });
    const letter = { key: `${purpose}:${key}`, to: email };
    if (owner) {
      await tell({ ...letter, kind: 'already-registered', userId: owner.id, props: { name: owner.name } });
    } else {
      const props = { name: viewer.name, token, code };
      await tell({ ...letter, kind: 'confirm-new-address', userId: viewer.userId, props });
    }
    return done(null);
  });
}

/** Drops a change that waits. What was mailed for it stops working. */
export async function cancelAddressChange(viewer: Person): Promise<void> {
  await change(viewer, async ({ db, now, note }) => {
    const { count } = await db.verificationToken.updateMany({
      where: { ...live, userId: viewer.userId },
      data: { supersededAt: now },
    });
    if (count) await note({ action: 'address.change-cancelled', personId: viewer.userId });
    return done(null);
  });
}

export type AddressChanged = { userId: string; address: string; sessionsEnded: number };

/** Takes the new address, proved by the link that was mailed to it. Pressing again is calm. */
export async function changeAddressByLink(
  viewer: Viewer,
  token: string,
): Promise<Result<AddressChanged | null, LinkRefusal>> {
  return change(viewer, async work => {
    const where = { token: digest(token), purpose };
    const first = await work.db.verificationToken.findUnique({ where, select: { address: true } });
    if (!first) return refuse('link-unknown');
    await holdAddress(work.db, first.address);
    const row = await work.db.verificationToken.findUnique({ where });
    const state = readLink(row, work.now);
    if (state === 'link-spent') return done(null);
    if (state !== 'ready' || !row?.userId) return refuse(state === 'ready' ? 'link-unknown' : state);
    const changed = await take(work, viewer, { ...row, userId: row.userId });
    return changed ? done(changed) : refuse('link-superseded');
  });
}

/** Takes the new address, proved by the six digits, typed by the signed-in person. Each try is counted. */
export async function changeAddressByCode(
  viewer: Person,
  code: string,
): Promise<Result<AddressChanged, AddressCodeRefusal>> {
  const mine = { ...live, userId: viewer.userId };
  // A refusal undoes its change, and a wrong try must stay counted: so the change itself always succeeds.
  const tried = await change<AddressChanged | AddressCodeRefusal, never>(viewer, async work => {
    const found = await work.db.verificationToken.findFirst({ where: mine });
    if (!found) return done('nothing-waits');
    await holdAddress(work.db, found.address);
    const row = await work.db.verificationToken.findFirst({ where: { ...mine, token: found.token } });
    if (!row?.codeDigest || !row.codeExpires || row.codeExpires <= work.now) return done('wrong-code');
    if (row.codeTries >= CODE_TRIES) return done('code-used-up');
    await work.db.verificationToken.update({ where: { token: row.token }, data: { codeTries: { increment: 1 } } });
    const expected = Buffer.from(row.codeDigest);
    const right = timingSafeEqual(expected, Buffer.from(codeDigest(row.address, viewer.userId, code)));
    const changed = right && (await take(work, viewer, { ...row, userId: viewer.userId }));
    if (changed) return done(changed);
    await work.note({ action: 'address.code-refused', personId: viewer.userId });
    return done(row.codeTries + 1 >= CODE_TRIES ? 'code-used-up' : 'wrong-code');
  });
  if (!tried.ok) return tried;
  return typeof tried.value === 'string' ? refuse(tried.value) : done(tried.value);
}

type Proved = { token: string; address: string; userId: string; createdAt: Date };

/** Null when anything about the account changed since it was asked for, or the address went to somebody else. */
async function take(work: Change, viewer: Viewer, proved: Proved): Promise<AddressChanged | null> {
  const { db, now, note, tell } = work;
  const { address, userId } = proved;
  await db.$executeRaw`select 1 from users where id = ${userId}::uuid for update`;
  const user = await db.user.findUnique({ where: { id: userId } });
  if (user?.state !== 'active' || !user.email) return null;
  if (user.passwordChangedAt && user.passwordChangedAt > proved.createdAt) return null;
  if (!(await freeAddress(db, address, userId))) return null;
  await db.user.update({ where: { id: userId }, data: { email: address, emailVerified: now } });
  await db.verificationToken.update({ where: { token: proved.token }, data: { spentAt: now } });
  await voidMailed(work, userId);
  const keep = viewer.kind === 'person' && viewer.userId === userId ? { id: { not: viewer.sessionId } } : {};
  const { count } = await db.session.deleteMany({ where: { userId, ...keep } });
  await note({ action: 'address.changed', personId: userId, data: { sessionsEnded: count } });
  await bindInvitations(work, { userId, address });
  const { token, key } = await issue(work, { purpose: 'undo-address', address: user.email, userId });
  await tell({
    kind: 'address-changed',
    key: `address-changed:${key}`,
    to: user.email,
    userId,
    props: { name: user.name, address: masked(address), token },
  });
  return { userId, address, sessionsEnded: count };
}

/** Takes the address from an account nobody confirmed. False when a confirmed one has it. */
export async function freeAddress(db: Db, address: string, userId: string): Promise<boolean> {
  const owner = await db.user.findUnique({ where: { email: address } });
  if (!owner || owner.id === userId) return true;
  if (owner.emailVerified) return false;
  await db.user.update({ where: { id: owner.id }, data: { email: null } });
  return true;
}

/** What was mailed to this person to act on stops working, except the links that put an earlier address back. */
export async function voidMailed({ db, now }: Change, userId: string): Promise<void> {
  await db.verificationToken.updateMany({
    where: {
      userId,
      purpose: { in: ['reset', 'verify', purpose] },
      spentAt: null,
      supersededAt: null,
    },
    data: { supersededAt: now },
  });
  // A sign-in that was begun with the old address ends there.
  await db.challenge.deleteMany({ where: { userId, purpose: 'second-step' } });
}
