import 'server-only';
import { done } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';

/** Ends the session the person asks from, with its audit row. Nothing to do for somebody who is not signed in. */
export async function signOut(viewer: Viewer): Promise<void> {
  if (viewer.kind !== 'person') return;
  await change(viewer, async ({ db, note }) => {
    await db.session.deleteMany({ where: { id: viewer.sessionId, userId: viewer.userId } });
    await note({ action: 'session.ended', subject: viewer.sessionId });
    return done(null);
  });
}
