import 'server-only';
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { digest, keyedDigest, randomToken, seal, unseal } from '@/lib/platform/seal';
import { hasFactor } from '../queries/factors';
import { plainRecoveryCode, RECOVERY_CODES, recoveryCode, SHOWN_ONCE } from '../rules/factors';
import type { FactorRefusal } from '../words';
import { tellFactorChange } from './tell-factor-change';

/** New recovery codes in place of the old ones, to be shown once on the next page. */
export async function makeRecoveryCodes(viewer: Person): Promise<Result<null, FactorRefusal>> {
  return change(viewer, async work => {
    if (!isFresh(viewer, work.now)) return refuse('not-fresh');
    if (!(await hasFactor(work.db, viewer.userId))) return refuse('no-factor');
    await issueRecoveryCodes(work, viewer);
    await tellFactorChange(work, viewer, 'recovery-codes-made');
    return done(null);
  });
}

/** With their first factor a person gets recovery codes: the way in when it is lost. True when there are new ones to show. */
export async function ensureRecoveryCodes(work: Change, viewer: Person): Promise<boolean> {
  if (await work.db.recoveryCode.count({ where: { userId: viewer.userId } })) return false;
  await issueRecoveryCodes(work, viewer);
  return true;
}

/** Nothing stands in for factors that are gone. */
export async function dropCodesWithoutFactor({ db }: Change, userId: string): Promise<void> {
  if (!(await hasFactor(db, userId))) await db.recoveryCode.deleteMany({ where: { userId } });
}

async function issueRecoveryCodes({ db, now, note }: Change, { userId, sessionId }: Person): Promise<void> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomInt));
  await db.$executeRaw`select 1 from users where id = ${userId}::uuid for update`;
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.recoveryCode.createMany({
    data: codes.map(code => ({ digest: codeDigest(userId, code), userId, createdAt: now })),
  });
  await db.challenge.deleteMany({ where: { purpose: shownOnce, userId } });
  await db.challenge.create({
    data: {
      purpose: shownOnce,
      digest: digest(randomToken()),
      userId,
      sessionId,
      sealed: seal({ codes }),
      createdAt: now,
      expires: new Date(now.getTime() + SHOWN_ONCE),
    },
  });
  await note({ action: 'factor.recovery-codes-made', personId: userId, data: { count: codes.length } });
}

const shownOnce = 'recovery-codes-shown-once';
const kept = z.object({ codes: z.array(z.string()) });

/** The new codes, for the page that shows them; null when it has shown them already. Only to the session that made them. */
export async function takeNewRecoveryCodes(viewer: Person): Promise<string[] | null> {
  const taken = await change(viewer, async ({ db, now }) => {
    const where = { purpose: shownOnce, userId: viewer.userId, sessionId: viewer.sessionId, expires: { gt: now } };
    const row = await db.challenge.findFirst({ where });
    if (!row?.sealed) return done(null);
    const { count } = await db.challenge.deleteMany({ where: { id: row.id } });
    return done(count === 1 ? kept.parse(unseal(row.sealed)).codes : null);
  });
  return taken.ok ? taken.value : null;
}

/** Uses up a code. Of twenty that offer the same one at once, one is told that it is right. */
export async function spendRecoveryCode(
  { db, now, note, tell }: Change,
  userId: string,
  typed: string,
): Promise<Result<null, 'wrong-recovery-code'>> {
  const { count } = await db.recoveryCode.updateMany({
    where: { digest: codeDigest(userId, typed), userId, usedAt: null },
    data: { usedAt: now },
  });
  if (count !== 1) return refuse('wrong-recovery-code');
  const left = await db.recoveryCode.count({ where: { userId, usedAt: null } });
  await note({ action: 'factor.recovery-code-used', personId: userId, data: { left } });
  const owner = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } });
  if (owner.email) {
    await tell({
      kind: 'recovery-code-used',
      key: `recovery-code-used:${codeDigest(userId, typed)}`,
      to: owner.email,
      userId,
      props: { name: owner.name, left },
    });
  }
  return done(null);
}

const codeDigest = (userId: string, typed: string) =>
  keyedDigest('recovery-code', `${userId}:${plainRecoveryCode(typed)}`);
