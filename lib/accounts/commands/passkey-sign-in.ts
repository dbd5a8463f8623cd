import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import type { PasskeySignInRefusal } from '../words';
import { type Client, openSession, type Session } from './open-session';
import { readPasskey, spendPasskey } from './passkey-dialogue';

/** Signs in by a passkey alone: it is something one has and, by its PIN or fingerprint, something one knows or is. */
export async function signInByPasskey(
  viewer: Viewer,
  { answer, client }: { answer: string; client: Client },
): Promise<Result<Session, PasskeySignInRefusal>> {
  const proved = await readPasskey(viewer, { purpose: 'passkey-sign-in', answer });
  if (!proved.ok) {
    await change(viewer, async ({ note }) => {
      await note({ action: 'sign-in.refused', data: { by: 'passkey' } });
      return done(null);
    });
    return proved;
  }
  const { userId } = proved.value;
  return change<Session, PasskeySignInRefusal>(viewer, async work => {
    await work.db.$executeRaw`select 1 from users where id = ${userId}::uuid for update`;
    const used = await spendPasskey(work, proved.value);
    if (!used.ok) return used;
    const user = await work.db.user.findUnique({ where: { id: userId } });
    if (user?.state !== 'active' || !user.emailVerified) return refuse('suspended');
    return done(await openSession(work, viewer, { userId, remembered: false, client, by: 'passkey' }));
  });
}
