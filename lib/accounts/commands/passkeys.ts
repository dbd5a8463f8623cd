import 'server-only';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person, Viewer } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { spend } from '@/lib/platform/limits';
import { keyedDigest } from '@/lib/platform/seal';
import { PASSKEY_TIME } from '../rules/factors';
import { clientLimits } from '../rules/limits';
import { MOST_PASSKEYS } from '../rules/passkey-limit';
import type { FactorRefusal, PasskeySignInRefusal } from '../words';
import { pose } from './challenges';
import {
  type CreationOptions,
  creationOptions,
  type RequestOptions,
  readNewPasskey,
  requestOptions,
} from './passkey-dialogue';
import { dropCodesWithoutFactor, ensureRecoveryCodes } from './recovery-codes';
import { tellFactorChange } from './tell-factor-change';

/** What the browser needs to make a passkey. */
export async function startPasskey(viewer: Person): Promise<Result<CreationOptions, FactorRefusal>> {
  return change(viewer, async work => {
    if (!isFresh(viewer, work.now)) return refuse('not-fresh');
    const { userId, sessionId } = viewer;
    const known = await work.db.passkey.findMany({ where: { userId } });
    if (known.length >= MOST_PASSKEYS) return refuse('too-many-passkeys');
    const challenge = await pose(work, { purpose: 'passkey-add', milliseconds: PASSKEY_TIME, userId, sessionId });
    return done(await creationOptions(viewer, challenge, known));
  });
}

/** Keeps the passkey that the browser made. Says whether there are new recovery codes to be shown. */
export async function addPasskey(
  viewer: Person,
  { answer, name }: { answer: string; name: string },
): Promise<Result<{ newCodes: boolean }, FactorRefusal>> {
  if (!isFresh(viewer, viewer.now)) return refuse('not-fresh');
  const made = await readNewPasskey(viewer, answer);
  if (!made) return refuse('passkey-refused');
  return change(viewer, async work => {
    const { db, now, note } = work;
    const { userId } = viewer;
    await db.$executeRaw`select 1 from users where id = ${userId}::uuid for update`;
    if ((await db.passkey.count({ where: { userId } })) >= MOST_PASSKEYS) return refuse('too-many-passkeys');
    const added = await db.passkey.createManyAndReturn({
      data: { ...made, userId, name, createdAt: now },
      skipDuplicates: true,
      select: { id: true },
    });
    if (!added[0]) return refuse('passkey-known');
    const newCodes = await ensureRecoveryCodes(work, viewer);
    await note({ action: 'factor.passkey-added', personId: userId, subject: added[0].id });
    await tellFactorChange(work, viewer, 'passkey-added');
    return done({ newCodes });
  });
}

/** Another name on the list. */
export async function renamePasskey(
  viewer: Person,
  { id, name }: { id: string; name: string },
): Promise<Result<null, FactorRefusal>> {
  return change(viewer, async ({ db, now, note }) => {
    if (!isFresh(viewer, now)) return refuse('not-fresh');
    const { count } = await db.passkey.updateMany({ where: { id, userId: viewer.userId }, data: { name } });
    if (count === 0) return refuse('no-passkey');
    await note({ action: 'factor.passkey-renamed', personId: viewer.userId, subject: id });
    return done(null);
  });
}

/** The passkey opens this account no longer. */
export async function removePasskey(viewer: Person, id: string): Promise<Result<null, FactorRefusal>> {
  return change(viewer, async work => {
    if (!isFresh(viewer, work.now)) return refuse('not-fresh');
    const { count } = await work.db.passkey.deleteMany({ where: { id, userId: viewer.userId } });
    if (count === 0) return refuse('no-passkey');
    await dropCodesWithoutFactor(work, viewer.userId);
    await work.note({ action: 'factor.passkey-removed', personId: viewer.userId, subject: id });
    await tellFactorChange(work, viewer, 'passkey-removed');
    return done(null);
  });
}

/** What the browser needs to sign somebody in by a passkey, before anybody knows whom. */
export async function askPasskeyToSignIn(
  viewer: Viewer,
  client: { address: string },
): Promise<Result<RequestOptions, PasskeySignInRefusal>> {
  const wait = await spend(clientLimits.passkey, keyedDigest('client', client.address));
  if (wait !== null) return refuse('slow-down', { until: new Date(viewer.now.getTime() + wait) });
  return change(viewer, async work => {
    const challenge = await pose(work, { purpose: 'passkey-sign-in', milliseconds: PASSKEY_TIME });
    return done(await requestOptions(challenge, []));
  });
}

/** What the browser needs to let a signed-in person confirm by one of their passkeys. */
export async function askPasskeyToConfirm(viewer: Person): Promise<RequestOptions | null> {
  const { userId, sessionId } = viewer;
  const asked = await change(viewer, async work => {
    const known = await work.db.passkey.findMany({ where: { userId } });
    if (known.length === 0) return done(null);
    const challenge = await pose(work, { purpose: 'passkey-confirm', milliseconds: PASSKEY_TIME, userId, sessionId });
    return done(await requestOptions(challenge, known));
  });
  return asked.ok ? asked.value : null;
}
