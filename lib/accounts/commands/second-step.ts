import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/viewer';
import { attempt, forget } from '@/lib/platform/attempts';
import { type Change, change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { openSecondStep } from '../queries/second-step';
import { FACTOR_TIME, factorLadder, PASSKEY_TIME } from '../rules/factors';
import type { ProofRefusal, SecondStepRefusal } from '../words';
import { spendCode } from './authenticator';
import { pose } from './challenges';
import { type Client, openSession, type Session } from './open-session';
import { type Proved, type RequestOptions, readPasskey, requestOptions, spendPasskey } from './passkey-dialogue';
import { spendRecoveryCode } from './recovery-codes';

type Begun = { userId: string; remembered: boolean; returnTo: string | null };

/** The password was right and a factor is still to come: no session, only the memory of it in one browser (R35). */
export const beginSecondStep = (work: Change, { userId, ...data }: Begun): Promise<string> =>
  pose(work, { purpose: 'second-step', milliseconds: FACTOR_TIME, userId, data });

/** What somebody offers as proof of who they are, beside the password. */
export type Proof =
  | { kind: 'code'; code: string }
  | { kind: 'recovery-code'; code: string }
  | { kind: 'passkey'; answer: string };

type Wanted = { pending: string | null; proof: Proof; client: Client };

/** Ends a sign-in that lacked its factor: a session, and where the person wanted to go. */
export async function finishSignIn(
  viewer: Viewer,
  { pending, proof, client }: Wanted,
): Promise<Result<Session & { returnTo: string | null }, SecondStepRefusal>> {
  const found = await openSecondStep(db(), pending, viewer.now);
  if (!found) return refuse('sign-in-over');
  const userId = found.userId;
  return prove<Session & { returnTo: string | null }, SecondStepRefusal>(
    viewer,
    { userId, proof, asked: { purpose: 'passkey-second-step', userId } },
    async work => {
      const { count } = await work.db.challenge.deleteMany({ where: { id: found.id } });
      if (count !== 1) return refuse('sign-in-over');
      const user = await work.db.user.findUnique({ where: { id: userId }, select: { state: true } });
      if (user?.state !== 'active') return refuse('suspended');
      const { remembered, returnTo } = found;
      return done({ ...(await openSession(work, viewer, { userId, remembered, client, by: proof.kind })), returnTo });
    },
  );
}

type Proving = {
  userId: string;
  proof: Proof;
  /** Which challenge a passkey may answer. */
  asked: { purpose: 'passkey-second-step' | 'passkey-confirm'; userId: string; sessionId?: string };
};

/**
 * Checks a proof and does what it allows, in one change. Codes are counted before they are looked at, on one counter for
 * the person, so that neither a new sign-in nor twenty at once give more tries (R34).
 */
export async function prove<T, R extends string>(
  viewer: Viewer,
  { userId, proof, asked }: Proving,
  allowed: (work: Change) => Promise<Result<T, R>>,
): Promise<Result<T, R | ProofRefusal>> {
  if (proof.kind !== 'passkey') {
    const tried = await attempt(factorLadder, userId, viewer.now);
    if (!tried.open) return refuse('wait', { until: tried.until });
  }
  const answered = proof.kind === 'passkey' ? await readPasskey(viewer, { ...asked, answer: proof.answer }) : null;
  if (answered && !answered.ok) return noted(viewer, userId, answered);
  const result = await change<T, R | ProofRefusal>(viewer, async work => {
    await work.db.$executeRaw`select 1 from users where id = ${userId}::uuid for update`;
    const used = await use(work, userId, proof, answered?.value);
    return used.ok ? allowed(work) : used;
  });
  if (result.ok) {
    await forget(factorLadder, userId);
    return result;
  }
  return noted(viewer, userId, result);
}

async function use(work: Change, userId: string, proof: Proof, answered?: Proved): Promise<Result<null, ProofRefusal>> {
  if (proof.kind === 'code') return spendCode(work, userId, proof.code);
  if (proof.kind === 'recovery-code') return spendRecoveryCode(work, userId, proof.code);
  return answered ? spendPasskey(work, answered) : refuse('passkey-refused');
}

/** A refusal rolls its change back, so it is written down in one of its own. */
async function noted<R extends { refusal: string }>(viewer: Viewer, personId: string, refused: R): Promise<R> {
  await change(viewer, async ({ note }) => {
    await note({ action: 'factor.refused', personId, data: { refusal: refused.refusal } });
    return done(null);
  });
  return refused;
}

/** What the browser needs to let the person of a begun sign-in use one of their passkeys. */
export async function askPasskeyOfSecondStep(viewer: Viewer, pending: string | null): Promise<RequestOptions | null> {
  const asked = await change(viewer, async work => {
    const found = await openSecondStep(work.db, pending, work.now);
    if (!found) return done(null);
    const userId = found.userId;
    const known = await work.db.passkey.findMany({ where: { userId } });
    if (known.length === 0) return done(null);
    const challenge = await pose(work, { purpose: 'passkey-second-step', milliseconds: PASSKEY_TIME, userId });
    return done(await requestOptions(challenge, known));
  });
  return asked.ok ? asked.value : null;
}
