'use server';

import { redirect } from 'next/navigation';
import { openResetByCode } from '@/lib/accounts/commands/reset-by-code';
import { HOUR } from '@/lib/accounts/rules/limits';
import { typedCode } from '@/lib/accounts/schema';
import { resetCodeWords } from '@/lib/accounts/words';
import { publicAction, settle } from '@/lib/web/action';
import { askedAddress } from '@/lib/web/asked';
import { currentClient } from '@/lib/web/client';
import { setCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';

/** Opens the page for a new password by the code of the mail, as its link does. */
export const openWithCode = asForm(
  publicAction.inputSchema(typedCode).action(async ({ ctx, parsedInput: { code } }) => {
    const { address: client } = await currentClient();
    const opened = await openResetByCode(ctx.viewer, { address: await askedAddress(), code, client });
    const token = settle(opened, resetCodeWords, { 'wrong-code': 'code', 'code-used-up': 'code' });
    await setCookie('mailed', token, new Date(ctx.viewer.now.getTime() + HOUR));
    redirect('/accounts/password-reset/new/');
  }),
);
