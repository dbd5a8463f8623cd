'use server';

import { redirect } from 'next/navigation';
import { askPasskeyOfSecondStep, finishSignIn, type Proof } from '@/lib/accounts/commands/second-step';
import { nothing, passkeyAnswer, typedCode, typedRecoveryCode } from '@/lib/accounts/schema';
import { proofField, secondStepWords } from '@/lib/accounts/words';
import { returnPath } from '@/lib/core/return-path';
import type { Viewer } from '@/lib/core/viewer';
import { publicAction, settle } from '@/lib/web/action';
import { currentClient } from '@/lib/web/client';
import { readCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';
import { carrySession } from '@/lib/web/session';

export const finishByCode = asForm(
  publicAction.inputSchema(typedCode).action(async ({ ctx, parsedInput: { code } }) => {
    await finish(ctx.viewer, { kind: 'code', code });
  }),
);

export const finishByRecoveryCode = asForm(
  publicAction.inputSchema(typedRecoveryCode).action(async ({ ctx, parsedInput: { recovery } }) => {
    await finish(ctx.viewer, { kind: 'recovery-code', code: recovery });
  }),
);

export const finishByPasskey = asForm(
  publicAction.inputSchema(passkeyAnswer).action(async ({ ctx, parsedInput: { answer } }) => {
    await finish(ctx.viewer, { kind: 'passkey', answer });
  }),
);

export const askPasskey = publicAction
  .inputSchema(nothing)
  .action(async ({ ctx }) => askPasskeyOfSecondStep(ctx.viewer, await readCookie('secondStep')));

async function finish(viewer: Viewer, proof: Proof) {
  const wanted = { proof, pending: await readCookie('secondStep'), client: await currentClient() };
  const { sessionToken, until, returnTo } = settle(await finishSignIn(viewer, wanted), secondStepWords, proofField);
  await carrySession(sessionToken, until);
  redirect(returnPath(returnTo));
}
