import 'server-only';
import { z } from 'zod';
import type { Person } from '@/lib/core/viewer';
import { type Db, db } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { unseal } from '@/lib/platform/seal';
import { authenticatorAddress } from '../rules/factors';

export type PasskeyLine = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

/** The ways somebody can prove who they are, and what keeps each of them. */
export type Factors = {
  hasPassword: boolean;
  passwordChangedAt: Date | null;
  authenticator: { since: Date; lastUsedAt: Date | null } | null;
  passkeys: PasskeyLine[];
  recoveryCodes: { left: number; madeAt: Date } | null;
};

export async function findFactors(viewer: Pick<Person, 'userId'>): Promise<Factors> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: {
      passwordHash: true,
      passwordChangedAt: true,
      authenticator: { select: { confirmedAt: true, lastUsedAt: true } },
      passkeys: { select: { id: true, name: true, createdAt: true, lastUsedAt: true }, orderBy: { createdAt: 'asc' } },
      recoveryCodes: { select: { usedAt: true, createdAt: true } },
    },
  });
  const { authenticator: app, recoveryCodes: codes } = user;
  return {
    hasPassword: user.passwordHash !== null,
    passwordChangedAt: user.passwordChangedAt,
    authenticator: app?.confirmedAt ? { since: app.confirmedAt, lastUsedAt: app.lastUsedAt } : null,
    passkeys: user.passkeys,
    recoveryCodes: codes[0] ? { left: codes.filter(code => !code.usedAt).length, madeAt: codes[0].createdAt } : null,
  };
}

/** One of the person's own passkeys. */
export const findPasskey = (viewer: Person, id: string): Promise<PasskeyLine | null> =>
  z.uuid().safeParse(id).success
    ? db().passkey.findFirst({
        where: { id, userId: viewer.userId },
        select: { id: true, name: true, createdAt: true, lastUsedAt: true },
      })
    : Promise.resolve(null);

/** The authenticator app that is being set up: what its QR code says, and the same to be typed. Null when there is none. */
export async function findEnrolment(viewer: Person): Promise<{ address: string; secret: string } | null> {
  const row = await db().authenticator.findUnique({ where: { userId: viewer.userId, confirmedAt: null } });
  if (!row) return null;
  const secret = secretOf(row);
  return { secret, address: authenticatorAddress(secret, { issuer: env().SITE_NAME, email: viewer.email }) };
}

/** The person has an authenticator app or a passkey. */
export async function hasFactor(client: Db, userId: string): Promise<boolean> {
  const apps = await client.authenticator.count({ where: { userId, confirmedAt: { not: null } } });
  return apps > 0 || (await client.passkey.count({ where: { userId } })) > 0;
}

const opened = z.object({ userId: z.string(), secret: z.string() });

/** The secret of a row, which says whose it is: a row that was moved to another person opens nothing. */
export function secretOf({ userId, sealed }: { userId: string; sealed: Uint8Array }): string {
  const { secret, userId: owner } = opened.parse(unseal(sealed));
  if (owner !== userId) throw new Error('an authenticator belongs to somebody else');
  return secret;
}
