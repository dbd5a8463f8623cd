import 'server-only';
import { z } from 'zod';
import type { Viewer } from '@/lib/core/viewer';
import { type Db, db } from '@/lib/platform/db';
import { digest } from '@/lib/platform/seal';

const kept = z.object({ remembered: z.boolean(), returnTo: z.string().nullable() });

/** The sign-in that one browser has begun and that lacks its factor, by the token in its cookie. */
export async function openSecondStep(client: Db, token: string | null, now: Date) {
  if (!token) return null;
  const where = { digest: digest(token), purpose: 'second-step', expires: { gt: now } };
  const row = await client.challenge.findUnique({ where, select: { id: true, userId: true, data: true } });
  return row?.userId ? { id: row.id, userId: row.userId, ...kept.parse(row.data) } : null;
}

/** Which factors the begun sign-in of this browser can be finished with; null when it has not begun one. */
export async function findSecondStep(viewer: Viewer, token: string | null) {
  const found = await openSecondStep(db(), token, viewer.now);
  if (!found) return null;
  const { userId } = found;
  const [apps, passkeys] = await Promise.all([
    db().authenticator.count({ where: { userId, confirmedAt: { not: null } } }),
    db().passkey.count({ where: { userId } }),
  ]);
  return { app: apps > 0, passkey: passkeys > 0 };
}
