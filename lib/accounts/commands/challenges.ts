import 'server-only';
import { done } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import type { Prisma } from '@/lib/platform/generated/prisma/client';
import { digest, randomToken } from '@/lib/platform/seal';

/** What a challenge is for. One for one purpose is nothing for another. */
export type ChallengePurpose =
  | 'second-step'
  | 'passkey-sign-in'
  | 'passkey-second-step'
  | 'passkey-confirm'
  | 'passkey-add';

type Posed = {
  purpose: ChallengePurpose;
  milliseconds: number;
  userId?: string;
  sessionId?: string;
  data?: Prisma.InputJsonObject;
};

/** A random value that one browser holds, of which the database keeps the digest. */
export async function pose({ db, now }: Change, { milliseconds, ...posed }: Posed): Promise<string> {
  const token = randomToken();
  const expires = new Date(now.getTime() + milliseconds);
  await db.challenge.create({ data: { ...posed, digest: digest(token), createdAt: now, expires } });
  return token;
}

/**
 * Takes a challenge, which is then gone whatever comes of it: an answer cannot be tried twice. It stays gone when the
 * work that follows is refused, so it is a change of its own.
 */
export async function takeChallenge(viewer: Viewer, purpose: ChallengePurpose, token: string) {
  const taken = await change(viewer, async ({ db, now }) => {
    const row = await db.challenge.findUnique({ where: { digest: digest(token), purpose, expires: { gt: now } } });
    if (!row) return done(null);
    const { count } = await db.challenge.deleteMany({ where: { id: row.id } });
    return done(count === 1 ? row : null);
  });
  return taken.ok ? taken.value : null;
}
