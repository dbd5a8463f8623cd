'use server';

import { redirect } from 'next/navigation';
import { changeAddressByLink } from '@/lib/accounts/commands/change-address';
import { nothing } from '@/lib/accounts/schema';
import { linkWords } from '@/lib/accounts/words';
import { publicAction, settle } from '@/lib/web/action';
import { readCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';

export const takeAddress = asForm(
  publicAction.inputSchema(nothing).action(async ({ ctx }) => {
    settle(await changeAddressByLink(ctx.viewer, (await readCookie('mailed')) ?? ''), linkWords);
    redirect('/accounts/profile/email/confirm/');
  }),
);
