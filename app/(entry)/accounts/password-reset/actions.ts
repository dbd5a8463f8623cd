'use server';

import { redirect } from 'next/navigation';
import { askReset } from '@/lib/accounts/commands/reset-password';
import { HOUR } from '@/lib/accounts/rules/limits';
import { oneAddress } from '@/lib/accounts/schema';
import { askWords } from '@/lib/accounts/words';
import { publicAction, settle } from '@/lib/web/action';
import { rememberAsked } from '@/lib/web/asked';
import { currentClient } from '@/lib/web/client';
import { asForm } from '@/lib/web/form';

export const askForReset = asForm(
  publicAction.inputSchema(oneAddress).action(async ({ ctx, parsedInput: { email } }) => {
    const { address: client } = await currentClient();
    settle(await askReset(ctx.viewer, { email, client }), askWords);
    await rememberAsked(email, new Date(ctx.viewer.now.getTime() + HOUR));
    redirect('/accounts/password-reset/sent/');
  }),
);
