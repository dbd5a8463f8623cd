'use server';

import { redirect } from 'next/navigation';
import { confirmByLink } from '@/lib/accounts/commands/confirm-address';
import { nothing } from '@/lib/accounts/schema';
import { linkWords } from '@/lib/accounts/words';
import { publicAction, settle } from '@/lib/web/action';
import { readCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';

export const confirmAddress = asForm(
  publicAction.inputSchema(nothing).action(async ({ ctx }) => {
    const token = (await readCookie('mailed')) ?? '';
    settle(await confirmByLink(ctx.viewer, { token, registration: await readCookie('pending') }), linkWords);
    redirect('/accounts/verify/confirm/');
  }),
);
