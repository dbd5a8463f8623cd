import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { holdAddress } from '@/lib/platform/hold-address';
import { spend } from '@/lib/platform/limits';
import { keyedDigest, randomToken } from '@/lib/platform/seal';
import { sessionStore } from '@/lib/platform/session-store';
import { CODE_TRIES, clientLimits } from '../rules/limits';
import type { ResetCodeRefusal } from '../words';
import { codeDigest } from './mailed-tokens';

type Typed = { address: string | null; code: string; client: string };

/**
 * The six digits of a reset mail, typed where it was asked for: a second way to the page that its link opens, for people
 * who read mail on another device. Answers with a token like the link's. Each try is counted, and an address without an
 * account is refused in the same way (R18).
 */
export async function openResetByCode(
  viewer: Viewer,
  { address, code, client }: Typed,
): Promise<Result<string, ResetCodeRefusal>> {
  if (!address) return refuse('not-asked');
  // Codes are short: nobody tries them at one account after the other.
  const wait = await spend(clientLimits.resetCode, keyedDigest('client', client));
  if (wait !== null) return refuse('slow-down', { until: new Date(viewer.now.getTime() + wait) });
  // A refusal undoes its change, and a wrong try must stay counted: so the change itself always succeeds.
  const tried = await change<Tried, never>(viewer, async work => {
    await holdAddress(work.db, address);
    return done(await tryCode(work, address, code));
  });
  if (!tried.ok) return tried;
  return tried.value.token === undefined ? refuse(tried.value.refused) : done(tried.value.token);
}

type Tried = { token: string } | { token?: undefined; refused: 'wrong-code' | 'code-used-up' };

async function tryCode({ db, now, note }: Change, address: string, code: string): Promise<Tried> {
  const row = await db.verificationToken.findFirst({
    where: { purpose: 'reset', address, spentAt: null, supersededAt: null, codeExpires: { not: null } },
    orderBy: { createdAt: 'desc' },
  });
  if (!row?.codeDigest || !row.codeExpires || row.codeExpires <= now) return { refused: 'wrong-code' };
  if (row.codeTries >= CODE_TRIES) return { refused: 'code-used-up' };
  await db.verificationToken.update({ where: { token: row.token }, data: { codeTries: { increment: 1 } } });
  const right = timingSafeEqual(Buffer.from(row.codeDigest), Buffer.from(codeDigest(address, row.userId, code)));
  if (!right || !row.userId) {
    await note({ action: 'password.reset-code-refused', personId: row.userId ?? undefined });
    return { refused: row.codeTries + 1 >= CODE_TRIES ? 'code-used-up' : 'wrong-code' };
  }
  await db.verificationToken.update({ where: { token: row.token }, data: { codeExpires: now } });
  const token = randomToken();
  // Not a mail of its own, so it does not count as one; the end is the link's.
  const opened = { identifier: `reset-code:${address}`, token, purpose: 'reset', address, expires: row.expires };
  const made = { ...opened, userId: row.userId, createdAt: now };
  await sessionStore(db).createVerificationToken(made);
  await note({ action: 'password.reset-code-taken', personId: row.userId });
  return { token };
}
