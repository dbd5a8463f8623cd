'use server';

import { redirect } from 'next/navigation';
import { reopenAccount } from '@/lib/accounts/commands/close-account';
import { nothing } from '@/lib/accounts/schema';
import { reopenWords } from '@/lib/accounts/words/leaving';
import { publicAction, settle } from '@/lib/web/action';
import { readCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';

export const keepAccount = asForm(
  publicAction.inputSchema(nothing).action(async ({ ctx }) => {
    settle(await reopenAccount(ctx.viewer, (await readCookie('mailed')) ?? ''), reopenWords);
    redirect('/accounts/restore/confirm/');
  }),
);
