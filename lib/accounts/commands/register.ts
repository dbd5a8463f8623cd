import 'server-only';
import { done, type Refused, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { type Change, change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { holdAddress } from '@/lib/platform/hold-address';
import { spend } from '@/lib/platform/limits';
import { fits, hashPassword, TooBusy } from '@/lib/platform/passwords';
import { keyedDigest } from '@/lib/platform/seal';
import { clientLimits } from '../rules/limits';
import { weakness } from '../rules/password';
import type { Registration } from '../schema';
import type { RegisterRefusal } from '../words';
import { rememberRegistration, sendConfirmation } from './registrations';

type Wanted = Registration & { returnTo: string | null; client: string };

/**
 * Begins an account. The answer is the same whether the address is known or not: a token with which this browser may
 * resend, type the code, correct the address or withdraw. The mail tells the difference, to the owner of the address.
 */
export async function register(viewer: Viewer, wanted: Wanted): Promise<Result<string, RegisterRefusal>> {
  const wait = await spend(clientLimits.register, keyedDigest('client', wanted.client));
  if (wait !== null) return refuse('slow-down', { until: new Date(viewer.now.getTime() + wait) });
  const weak = await weakness(wanted.password, { ...wanted, siteName: env().SITE_NAME });
  if (weak) return refuse(weak);
  try {
    return await enrol(viewer, wanted, await hashPassword(wanted.password));
  } catch (error) {
    if (error instanceof TooBusy) return refuse('busy');
    throw error;
  }
}

// The same address with the same password, sent twice (a double click, a second tab), is one registration. Passwords
// are compared outside the transaction, so what was compared must still stand inside it.
async function enrol(viewer: Viewer, wanted: Wanted, passwordHash: string): Promise<Result<string, RegisterRefusal>> {
  for (;;) {
    const before = await unconfirmed(wanted.email);
    const same = await fits(before?.passwordHash ?? null, wanted.password);
    const result = await change(viewer, async work => {
      await holdAddress(work.db, wanted.email);
      const owner = await work.db.user.findUnique({ where: { email: wanted.email } });
      const open = owner && !owner.emailVerified ? owner : null;
      if (open?.passwordHash !== before?.passwordHash) return movedOn();
      const userId =
        open && same ? open.id : await newAccount(work, { ...wanted, passwordHash, taken: owner !== null });
      const token = await rememberRegistration(work, { ...wanted, userId });
      await sendConfirmation(work, { userId, name: wanted.name, address: wanted.email, returnTo: wanted.returnTo });
      return done(token);
    });
    if (result.ok) return result;
  }
}

const movedOn = (): Refused<'moved-on'> => refuse('moved-on');

const unconfirmed = (email: string) =>
  db().user.findFirst({ where: { email, emailVerified: null }, select: { passwordHash: true } });

type NewAccount = { name: string; email: string; passwordHash: string; taken: boolean };

// An address that another account has, confirmed or not, goes to the new account only when the mail is answered: then
// a stranger who registered first, with a password of their own, gains nothing.
async function newAccount({ db, now, note }: Change, { name, email, passwordHash, taken }: NewAccount) {
  const user = await db.user.create({
    data: { name, email: taken ? null : email, passwordHash, passwordChangedAt: now, createdAt: now, stateSince: now },
    select: { id: true },
  });
  await note({ action: 'account.registered', personId: user.id });
  return user.id;
}
