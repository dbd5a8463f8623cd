'use server';

import { redirect } from 'next/navigation';
import { undoAddressChange } from '@/lib/accounts/commands/undo-address';
import { lasts } from '@/lib/accounts/rules/limits';
import { nothing } from '@/lib/accounts/schema';
import { undoAddressWords } from '@/lib/accounts/words/leaving';
import { publicAction, settle } from '@/lib/web/action';
import { readCookie, setCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';
import { dropSession } from '@/lib/web/session';

export const putBack = asForm(
  publicAction.inputSchema(nothing).action(async ({ ctx }) => {
    const { viewer } = ctx;
    const { resetToken } = settle(
      await undoAddressChange(viewer, (await readCookie('mailed')) ?? ''),
      undoAddressWords,
    );
    await dropSession();
    await setCookie('mailed', resetToken, new Date(viewer.now.getTime() + lasts.reset));
    redirect('/accounts/password-reset/new/');
  }),
);
