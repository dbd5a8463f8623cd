'use server';

import { redirect } from 'next/navigation';
import { stopRemoval } from '@/lib/accounts/commands/remove-factors';
import { nothing } from '@/lib/accounts/schema';
import { linkWords } from '@/lib/accounts/words';
import { publicAction, settle } from '@/lib/web/action';
import { readCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';

export const stop = asForm(
  publicAction.inputSchema(nothing).action(async ({ ctx }) => {
    settle(await stopRemoval(ctx.viewer, (await readCookie('mailed')) ?? ''), linkWords);
    redirect('/accounts/stop-removal/confirm/');
  }),
);
