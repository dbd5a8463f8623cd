import { confirmAuthenticator, startAuthenticator } from '@/lib/accounts/commands/authenticator';
import { takeNewRecoveryCodes } from '@/lib/accounts/commands/recovery-codes';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { findEnrolment } from '@/lib/accounts/queries/factors';
import { codeOfStep } from '@/lib/accounts/rules/factors';
import type { Viewer } from '@/lib/core/viewer';
import { anonymous } from '../support/people';
import { type Member, password } from './member';

const stepAt = (now: Date) => Math.floor(now.getTime() / 30_000);

/** The code an app shows at a time, by its secret. */
export const codeAt = (secret: string, now: Date, steps = 0) => codeOfStep(secret, stepAt(now) + steps);

/** The same person with an authenticator app, its secret, and the recovery codes that were shown. */
export async function withApp(member: Member) {
  await startAuthenticator(member);
  const enrolment = await findEnrolment(member);
  if (!enrolment) throw new Error('no enrolment');
  const { secret } = enrolment;
  // An older code, so that the current one is still to be used.
  const added = await confirmAuthenticator(member, codeAt(secret, member.now, -1));
  const codes = await takeNewRecoveryCodes(member);
  if (!added.ok || !codes) throw new Error('no authenticator');
  return { ...member, secret, codes };
}

export const enter = (member: Member, viewer: Viewer = anonymous(member.now)) =>
  signIn(viewer, { email: member.email, password, returnTo: '/tools/', client: member.client });

/** The token of a sign-in whose factor is still to come. */
export async function pendingOf(member: Member, viewer?: Viewer): Promise<string> {
  const entered = await enter(member, viewer);
  if (!entered.ok || entered.value.kind !== 'factor') throw new Error('no factor was asked for');
  return entered.value.token;
}
