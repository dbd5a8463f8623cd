'use server';

import { redirect } from 'next/navigation';
import { deleteRegistration } from '@/lib/accounts/commands/registrations';
import { nothing } from '@/lib/accounts/schema';
import { registrationWords } from '@/lib/accounts/words';
import { publicAction, settle } from '@/lib/web/action';
import { clearCookie, readCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';

export const withdraw = asForm(
  publicAction.inputSchema(nothing).action(async ({ ctx }) => {
    settle(await deleteRegistration(ctx.viewer, await readCookie('pending')), registrationWords);
    await clearCookie('pending');
    redirect('/accounts/login/?why=deleted');
  }),
);
