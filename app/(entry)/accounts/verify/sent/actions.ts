'use server';

import { redirect } from 'next/navigation';
import { confirmByCode } from '@/lib/accounts/commands/confirm-address';
import { correctAddress, resend } from '@/lib/accounts/commands/registrations';
import { nothing, oneAddress, typedCode } from '@/lib/accounts/schema';
import { codeWords, registrationWords } from '@/lib/accounts/words';
import { publicAction, settle } from '@/lib/web/action';
import { currentClient } from '@/lib/web/client';
import { clearCookie, readCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';

export const confirmWithCode = asForm(
  publicAction.inputSchema(typedCode).action(async ({ ctx, parsedInput }) => {
    const registration = await readCookie('pending');
    settle(await confirmByCode(ctx.viewer, { ...parsedInput, registration }), codeWords, {
      'wrong-code': 'code',
      'code-used-up': 'code',
    });
    await clearCookie('mailed');
    redirect('/accounts/verify/confirm/');
  }),
);

export const sendAnother = asForm(
  publicAction.inputSchema(nothing).action(async ({ ctx }) => {
    const { address: client } = await currentClient();
    settle(await resend(ctx.viewer, { registration: await readCookie('pending'), client }), registrationWords);
    redirect('/accounts/verify/sent/?again=1');
  }),
);

export const useAddress = asForm(
  publicAction.inputSchema(oneAddress).action(async ({ ctx, parsedInput }) => {
    const { address: client } = await currentClient();
    const asked = { ...parsedInput, client, registration: await readCookie('pending') };
    settle(await correctAddress(ctx.viewer, asked), registrationWords);
    redirect('/accounts/verify/sent/?again=1');
  }),
);
