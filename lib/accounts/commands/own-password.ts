import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { attempt, forget, giveBack } from '@/lib/platform/attempts';
import { db } from '@/lib/platform/db';
import { fits, TooBusy } from '@/lib/platform/passwords';
import { signInLadders } from '../rules/limits';
import type { OwnPasswordRefusal } from '../words/leaving';

/** Is this their password? A wrong one counts and waits as it does at sign-in. */
export async function proveByPassword(viewer: Person, password: string): Promise<Result<null, OwnPasswordRefusal>> {
  const { account } = signInLadders;
  const tried = await attempt(account, viewer.email, viewer.now);
  if (!tried.open) return refuse('wait', { until: tried.until });
  try {
    const { passwordHash } = await db().user.findUniqueOrThrow({
      where: { id: viewer.userId },
      select: { passwordHash: true },
    });
    if (!(await fits(passwordHash, password))) return refuse('not-current');
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    await giveBack(account, viewer.email);
    return refuse('busy');
  }
  await forget(account, viewer.email);
  return done(null);
}
