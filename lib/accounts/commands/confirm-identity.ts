import 'server-only';
import type { Result } from '@/lib/core/result';
import { refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { attempt, forget, giveBack } from '@/lib/platform/attempts';
import { change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { fits, TooBusy } from '@/lib/platform/passwords';
import { signInLadders } from '../rules/limits';
import type { ConfirmRefusal } from '../words';
import { renewSession, type Session } from './open-session';
import { type Proof, prove } from './second-step';

type Offered = Proof | { kind: 'password'; password: string };

/** Confirms that it is still the same person. The session goes on under a new token; the old one is dead (R38, R42). */
export async function confirmIdentity(viewer: Person, offered: Offered): Promise<Result<Session, ConfirmRefusal>> {
  const { userId, sessionId } = viewer;
  if (offered.kind === 'password') return byPassword(viewer, offered.password);
  return prove<Session, ConfirmRefusal>(
    viewer,
    { userId, proof: offered, asked: { purpose: 'passkey-confirm', userId, sessionId } },
    work => renewSession(work, viewer, offered.kind),
  );
}

/** Counted together with sign-in, so that an open session gives nobody more tries at the password (R36). */
async function byPassword(viewer: Person, password: string): Promise<Result<Session, ConfirmRefusal>> {
  const { account } = signInLadders;
  const tried = await attempt(account, viewer.email, viewer.now);
  if (!tried.open) return refuse('wait', { until: tried.until });
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: viewer.userId } });
  try {
    if (!(await fits(passwordHash, password))) return refuse('not-your-password');
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    await giveBack(account, viewer.email);
    return refuse('busy');
  }
  await forget(account, viewer.email);
  return change<Session, ConfirmRefusal>(viewer, work => renewSession(work, viewer, 'password'));
}
