'use server';

import { redirect } from 'next/navigation';
import { becomeFirstAdministrator } from '@/lib/accounts/commands/platform-admin';
import { nothing } from '@/lib/accounts/schema';
import { setupWords } from '@/lib/accounts/words';
import { settle, signedInAction } from '@/lib/web/action';
import { clearCookie, readCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

export const becomeAdministrator = asForm(
  signedInAction.inputSchema(nothing).action(async ({ ctx }) => {
    settle(await becomeFirstAdministrator(ctx.viewer, (await readCookie('setup')) ?? ''), setupWords);
    await clearCookie('setup');
    await leaveNotice(ctx.viewer, {
      tone: 'success',
      text: 'You are platform administrator. The set-up link is used up.',
    });
    redirect('/accounts/profile/');
  }),
);
