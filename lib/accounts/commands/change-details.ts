import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { attempt, forget, giveBack } from '@/lib/platform/attempts';
import { change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { fits, hashPassword, TooBusy } from '@/lib/platform/passwords';
import { signInLadders } from '../rules/limits';
import { weakness } from '../rules/password';
import type { PasswordChangeRefusal } from '../words';
import { aboutPerson, person, replacePassword } from './reset-password';

/** Another name, at once. */
export async function rename(viewer: Person, name: string): Promise<void> {
  await change(viewer, async ({ db, note }) => {
    await db.user.update({ where: { id: viewer.userId }, data: { name } });
    await note({ action: 'account.renamed', personId: viewer.userId });
    return done(null);
  });
}

type Wanted = { current: string; password: string };

/** Another password, with the current one. Sessions on other devices end; this one stays. */
export async function changePassword(
  viewer: Person,
  { current, password }: Wanted,
): Promise<Result<{ sessionsEnded: number }, PasswordChangeRefusal>> {
  const { account } = signInLadders;
  const user = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { ...person, passwordHash: true },
  });
  const weak = await weakness(password, aboutPerson(user, viewer.email));
  if (weak) return refuse(weak);
  const tried = await attempt(account, viewer.email, viewer.now);
  if (!tried.open) return refuse('wait', { until: tried.until });
  try {
    if (!(await fits(user.passwordHash, current))) return refuse('not-current');
    await forget(account, viewer.email);
    const passwordHash = await hashPassword(password);
    return await change<{ sessionsEnded: number }, PasswordChangeRefusal>(viewer, async work => {
      await work.db.$executeRaw`select 1 from users where id = ${viewer.userId}::uuid for update`;
      const owner = await work.db.user.findUniqueOrThrow({ where: { id: viewer.userId } });
      if (owner.passwordHash !== user.passwordHash) return refuse('not-current');
      return done({
        sessionsEnded: await replacePassword(work, owner, { passwordHash, keepSession: viewer.sessionId }),
      });
    });
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    await giveBack(account, viewer.email);
    return refuse('busy');
  }
}

/** Puts away the list of first steps. */
export async function hideFirstSteps(viewer: Person): Promise<void> {
  await change(viewer, async ({ db, now, note }) => {
    await db.user.update({ where: { id: viewer.userId }, data: { setupDismissedAt: now } });
    await note({ action: 'account.first-steps-hidden', personId: viewer.userId });
    return done(null);
  });
}
