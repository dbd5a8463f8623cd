import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { bindInvitations } from '@/lib/memberships/commands/bind-invitations';
import { type Change, change } from '@/lib/platform/change';
import { holdAddress } from '@/lib/platform/hold-address';
import { digest } from '@/lib/platform/seal';
import { CODE_TRIES } from '../rules/limits';
import { readLink } from '../rules/mailed-link';
import type { CodeRefusal, LinkRefusal } from '../words';
import { codeDigest } from './mailed-tokens';
import { openRegistration } from './registrations';

/**
 * Confirms an address by its mailed link, on the press of the button. Pressing again is calm: it stays confirmed. Nobody
 * is signed in by it, in any browser (R22).
 */
export async function confirmByLink(
  viewer: Viewer,
  { token, registration }: { token: string; registration: string | null },
): Promise<Result<null, LinkRefusal>> {
  return change(viewer, async work => {
    const where = { token: digest(token), purpose: 'verify' };
    const first = await work.db.verificationToken.findUnique({ where, select: { address: true } });
    if (!first) return refuse('link-unknown');
    await holdAddress(work.db, first.address);
    const row = await work.db.verificationToken.findUnique({ where });
    const state = readLink(row, work.now);
    if (state === 'link-spent') return done(null);
    if (state !== 'ready' || !row?.userId) return refuse(state === 'ready' ? 'link-unknown' : state);
    const here = await openRegistration(work.db, registration, work.now);
    const sameBrowser = here?.user.id === row.userId;
    return (await confirm(work, { ...row, userId: row.userId, sameBrowser })) ? done(null) : refuse('link-spent');
  });
}

/** Confirms an address by the six digits, in the browser that began the account. Each try is counted, also a wrong one. */
export async function confirmByCode(
  viewer: Viewer,
  { code, registration }: { code: string; registration: string | null },
): Promise<Result<null, CodeRefusal>> {
  // A refusal undoes its change, and a wrong try must stay counted: so the change itself always succeeds.
  const tried = await change(viewer, async work => {
    const found = await openRegistration(work.db, registration, work.now);
    if (!found) return done('no-registration' as const);
    await holdAddress(work.db, found.address);
    return done(await tryCode(work, { address: found.address, userId: found.user.id, code }));
  });
  return !tried.ok || tried.value === 'right' ? done(null) : refuse(tried.value);
}

type Try = { address: string; userId: string; code: string };

async function tryCode(work: Change, { address, userId, code }: Try): Promise<'right' | 'wrong-code' | 'code-used-up'> {
  const { db, now, note } = work;
  const live = { purpose: 'verify', address, userId, supersededAt: null, spentAt: null };
  const row = await db.verificationToken.findFirst({ where: live });
  if (!row?.codeDigest || !row.codeExpires || row.codeExpires <= now) return 'wrong-code';
  if (row.codeTries >= CODE_TRIES) return 'code-used-up';
  await db.verificationToken.update({ where: { token: row.token }, data: { codeTries: { increment: 1 } } });
  const right = timingSafeEqual(Buffer.from(row.codeDigest), Buffer.from(codeDigest(address, userId, code)));
  if (right && (await confirm(work, { ...row, userId, sameBrowser: true }))) return 'right';
  await note({ action: 'address.code-refused', personId: userId });
  return row.codeTries + 1 >= CODE_TRIES ? 'code-used-up' : 'wrong-code';
}

type Claim = { token: string; address: string; userId: string; sameBrowser: boolean };

/** Gives the address to the account, unless another account was confirmed with it meanwhile. */
async function confirm(work: Change, { token, address, userId, sameBrowser }: Claim): Promise<boolean> {
  const { db, now, note } = work;
  const owner = await db.user.findUnique({ where: { email: address } });
  if (owner?.emailVerified) return owner.id === userId;
  if (owner && owner.id !== userId) await db.user.update({ where: { id: owner.id }, data: { email: null } });
  const contested = !sameBrowser && (await hasRivals(db, address, userId));
  await db.user.update({
    where: { id: userId },
    // Somebody else began an account with this address too. The mailbox is proved, whose password this is, is not.
    data: { email: address, emailVerified: now, ...(contested ? { passwordHash: null } : {}) },
  });
  await db.verificationToken.update({ where: { token }, data: { spentAt: now } });
  await note({ action: 'address.confirmed', personId: userId, data: { contested } });
  await bindInvitations(work, { userId, address });
  return true;
}

const hasRivals = async (db: Change['db'], address: string, userId: string) =>
  (await db.verificationToken.count({
    where: { identifier: `registration:${address}`, userId: { not: userId }, user: { emailVerified: null } },
  })) > 0;
