import 'server-only';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import type { SessionRefusal } from '../words';

/** Signs one of the person's other devices out, at once. */
export async function endSession(viewer: Person, id: string): Promise<Result<null, SessionRefusal>> {
  return change(viewer, async ({ db, now, note }) => {
    if (!isFresh(viewer, now)) return refuse('not-fresh');
    const { count } = await db.session.deleteMany({ where: { id, userId: viewer.userId } });
    if (count === 0) return refuse('no-session');
    await note({ action: 'session.ended', personId: viewer.userId, subject: id });
    return done(null);
  });
}

/** Signs every other device out and says how many there were. */
export async function endOtherSessions(viewer: Person): Promise<Result<number, SessionRefusal>> {
  return change(viewer, async ({ db, now, note }) => {
    if (!isFresh(viewer, now)) return refuse('not-fresh');
    const { count } = await db.session.deleteMany({ where: { userId: viewer.userId, id: { not: viewer.sessionId } } });
    await note({ action: 'session.others-ended', personId: viewer.userId, data: { count } });
    return done(count);
  });
}
