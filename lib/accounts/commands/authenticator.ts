import 'server-only';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { seal } from '@/lib/platform/seal';
import { secretOf } from '../queries/factors';
import { newSecret, stepOfCode } from '../rules/factors';
import type { FactorRefusal } from '../words';
import { dropCodesWithoutFactor, ensureRecoveryCodes } from './recovery-codes';
import { tellFactorChange } from './tell-factor-change';

/** A new secret to be scanned. It guards nothing until a code of it was typed. */
export async function startAuthenticator(viewer: Person): Promise<Result<null, FactorRefusal>> {
  return change(viewer, async ({ db, now, note }) => {
    if (!isFresh(viewer, now)) return refuse('not-fresh');
    const { userId } = viewer;
    const there = await db.authenticator.findUnique({ where: { userId } });
    if (there?.confirmedAt) return refuse('have-authenticator');
    const data = { sealed: seal({ userId, secret: newSecret() }), createdAt: now };
    await db.authenticator.upsert({ where: { userId }, create: { ...data, userId }, update: data });
    await note({ action: 'factor.authenticator-begun', personId: userId });
    return done(null);
  });
}

/** The app is set up once it shows a right code. Says whether there are new recovery codes to be shown. */
export async function confirmAuthenticator(
  viewer: Person,
  code: string,
): Promise<Result<{ newCodes: boolean }, FactorRefusal>> {
  return change(viewer, async work => {
    const { db, now, note } = work;
    if (!isFresh(viewer, now)) return refuse('not-fresh');
    const { userId } = viewer;
    const row = await db.authenticator.findUnique({ where: { userId } });
    if (!row) return refuse('no-authenticator');
    if (row.confirmedAt) return refuse('have-authenticator');
    const lastStep = stepOfCode(secretOf(row), code, now);
    if (lastStep === null) return refuse('wrong-code');
    const { count } = await db.authenticator.updateMany({
      where: { userId, confirmedAt: null, createdAt: row.createdAt },
      data: { confirmedAt: now, lastStep, lastUsedAt: now },
    });
    if (count !== 1) return refuse('no-authenticator');
    const newCodes = await ensureRecoveryCodes(work, viewer);
    await note({ action: 'factor.authenticator-added', personId: userId });
    await tellFactorChange(work, viewer, 'authenticator-added');
    return done({ newCodes });
  });
}

/** Takes the app away, or the beginning of one. */
export async function removeAuthenticator(viewer: Person): Promise<Result<null, FactorRefusal>> {
  return change(viewer, async work => {
    if (!isFresh(viewer, work.now)) return refuse('not-fresh');
    const { userId } = viewer;
    const row = await work.db.authenticator.findUnique({ where: { userId } });
    const { count } = await work.db.authenticator.deleteMany({ where: { userId } });
    if (!row || count === 0) return refuse('no-authenticator');
    if (!row.confirmedAt) return done(null);
    await dropCodesWithoutFactor(work, viewer.userId);
    await work.note({ action: 'factor.authenticator-removed', personId: viewer.userId });
    await tellFactorChange(work, viewer, 'authenticator-removed');
    return done(null);
  });
}

/** Takes a code of the person's app: right, and newer than the last one that was taken. */
export async function spendCode(
  { db, now }: Change,
  userId: string,
  code: string,
): Promise<Result<null, 'wrong-code' | 'code-spent'>> {
  const row = await db.authenticator.findUnique({ where: { userId, confirmedAt: { not: null } } });
  const step = row && stepOfCode(secretOf(row), code, now);
  if (!step) return refuse('wrong-code');
  const { count } = await db.authenticator.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step, lastUsedAt: now },
  });
  return count === 1 ? done(null) : refuse('code-spent');
}
