'use server';

import { redirect } from 'next/navigation';
import { resetPassword } from '@/lib/accounts/commands/reset-password';
import { replacement } from '@/lib/accounts/schema';
import { passwordField, resetWords } from '@/lib/accounts/words';
import { publicAction, settle } from '@/lib/web/action';
import { clearCookie, readCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';
import { dropSession } from '@/lib/web/session';

export const setPassword = asForm(
  publicAction.inputSchema(replacement).action(async ({ ctx, parsedInput }) => {
    const token = (await readCookie('mailed')) ?? '';
    settle(await resetPassword(ctx.viewer, { ...parsedInput, token }), resetWords, passwordField);
    await clearCookie('mailed');
    await dropSession();
    redirect('/accounts/login/?why=new-password');
  }),
);
