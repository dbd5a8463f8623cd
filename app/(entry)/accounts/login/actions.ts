'use server';

import { redirect } from 'next/navigation';
import { signInByPasskey } from '@/lib/accounts/commands/passkey-sign-in';
import { askPasskeyToSignIn } from '@/lib/accounts/commands/passkeys';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { FACTOR_TIME } from '@/lib/accounts/rules/factors';
import { lasts } from '@/lib/accounts/rules/limits';
import { nothing, passkeyAnswer, signInDetails } from '@/lib/accounts/schema';
import { passkeySignInWords, signInWords } from '@/lib/accounts/words';
import { returnPath } from '@/lib/core/return-path';
import { publicAction, settle } from '@/lib/web/action';
import { currentClient } from '@/lib/web/client';
import { setCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';
import { carrySession } from '@/lib/web/session';

export const enter = asForm(
  publicAction.inputSchema(signInDetails).action(async ({ ctx, parsedInput: { next, ...input } }) => {
    const returnTo = next ? returnPath(next) : null;
    const client = await currentClient();
    const entered = settle(await signIn(ctx.viewer, { ...input, returnTo, client }), signInWords);
    if (entered.kind === 'unconfirmed') {
      await setCookie('pending', entered.registration, new Date(ctx.viewer.now.getTime() + lasts.registration));
      redirect('/accounts/verify/sent/');
    }
    if (entered.kind === 'closing') {
      await setCookie('mailed', entered.token, new Date(ctx.viewer.now.getTime() + lasts.reset));
      redirect('/accounts/restore/confirm/');
    }
    if (entered.kind === 'factor') {
      await setCookie('secondStep', entered.token, new Date(ctx.viewer.now.getTime() + FACTOR_TIME));
      redirect('/accounts/login/code/');
    }
    await carrySession(entered.sessionToken, entered.until);
    redirect(returnPath(returnTo));
  }),
);

export const askPasskey = publicAction
  .inputSchema(nothing)
  .action(async ({ ctx }) => settle(await askPasskeyToSignIn(ctx.viewer, await currentClient()), passkeySignInWords));

export const enterByPasskey = asForm(
  publicAction.inputSchema(passkeyAnswer).action(async ({ ctx, parsedInput: { answer, next } }) => {
    const client = await currentClient();
    const session = settle(await signInByPasskey(ctx.viewer, { answer, client }), passkeySignInWords);
    await carrySession(session.sessionToken, session.until);
    redirect(returnPath(next));
  }),
);
