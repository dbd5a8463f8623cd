'use server';

import { redirect } from 'next/navigation';
import { changePassword as change } from '@/lib/accounts/commands/change-details';
import { passwordChange } from '@/lib/accounts/schema';
import { devicesWords, passwordChangeWords, passwordField } from '@/lib/accounts/words';
import { settle, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

export const changePassword = asForm(
  signedInAction.inputSchema(passwordChange).action(async ({ ctx, parsedInput }) => {
    const fields = { ...passwordField, 'not-current': 'current' };
    const { sessionsEnded } = settle(await change(ctx.viewer, parsedInput), passwordChangeWords, fields);
    await leaveNotice(ctx.viewer, {
      tone: 'success',
      text: `Your password is changed. ${devicesWords(sessionsEnded)}`,
    });
    redirect('/accounts/profile/');
  }),
);
