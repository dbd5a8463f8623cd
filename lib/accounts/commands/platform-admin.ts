import 'server-only';
import { z } from 'zod';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Machine, Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { digest } from '@/lib/platform/seal';
import type { GrantRefusal, SetupRefusal } from '../words';

const setupCode = z.object({ digest: z.string() });

/** Makes the person the first platform administrator, once, with the code that the server printed. */
export async function becomeFirstAdministrator(viewer: Person, code: string): Promise<Result<null, SetupRefusal>> {
  return change(viewer, async ({ db, now, note }) => {
    // Whoever comes second waits here, and then finds no code.
    const rows = await db.$queryRaw<{ value: unknown }[]>`
      select value from settings where key = 'setup-code' for update`;
    if (await db.user.count({ where: { platformAdminSince: { not: null } } })) return refuse('setup-over');
    const stored = setupCode.safeParse(rows[0]?.value);
    if (!stored.success) return refuse('setup-over');
    if (stored.data.digest !== digest(code)) return refuse('setup-code');
    await db.user.update({ where: { id: viewer.userId }, data: { platformAdminSince: now } });
    await db.setting.delete({ where: { key: 'setup-code' } });
    await note({ action: 'platform-admin.granted', personId: viewer.userId, data: { by: 'set-up link' } });
    return done(null);
  });
}

/** Makes somebody a platform administrator on the word of whoever runs the server. */
export async function grantPlatformAdmin(
  actor: Machine,
  { email }: { email: string },
): Promise<Result<{ name: string }, GrantRefusal>> {
  return change(actor, async ({ db, now, note }) => {
    const user = await db.user.findFirst({ where: { email, state: 'active' } });
    if (!user) return refuse('no-account');
    if (!user.emailVerified) return refuse('not-confirmed');
    const { count } = await db.user.updateMany({
      where: { id: user.id, platformAdminSince: null },
      data: { platformAdminSince: now },
    });
    if (count === 0) return refuse('is-already');
    await db.setting.deleteMany({ where: { key: 'setup-code' } });
    await note({ action: 'platform-admin.granted', personId: user.id, data: { by: 'server command' } });
    return done({ name: user.name });
  });
}
