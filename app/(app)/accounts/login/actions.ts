'use server';

import { redirect } from 'next/navigation';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { lasts } from '@/lib/accounts/rules/limits';
import { signInDetails } from '@/lib/accounts/schema';
import { signInWords } from '@/lib/accounts/words';
import { returnPath } from '@/lib/core/return-path';
import { publicAction, settle } from '@/lib/web/action';
import { currentClient } from '@/lib/web/client';
import { clearCookie, setCookie } from '@/lib/web/cookies';
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
    await carrySession(entered.sessionToken, entered.until);
    for (const cookie of ['pending', 'mailed', 'asked'] as const) await clearCookie(cookie);
    redirect(returnPath(returnTo));
  }),
);
