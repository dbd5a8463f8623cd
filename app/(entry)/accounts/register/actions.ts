'use server';

import { redirect } from 'next/navigation';
import { register } from '@/lib/accounts/commands/register';
import { lasts } from '@/lib/accounts/rules/limits';
import { registration } from '@/lib/accounts/schema';
import { passwordField, registerWords } from '@/lib/accounts/words';
import { returnPath } from '@/lib/core/return-path';
import { publicAction, settle } from '@/lib/web/action';
import { currentClient } from '@/lib/web/client';
import { setCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';

export const createAccount = asForm(
  publicAction.inputSchema(registration).action(async ({ ctx, parsedInput: { next, ...input } }) => {
    const { address: client } = await currentClient();
    const returnTo = next ? returnPath(next) : null;
    const token = settle(await register(ctx.viewer, { ...input, returnTo, client }), registerWords, passwordField);
    await setCookie('pending', token, new Date(ctx.viewer.now.getTime() + lasts.registration));
    redirect('/accounts/verify/sent/');
  }),
);
