'use server';

import { redirect } from 'next/navigation';
import { rename } from '@/lib/accounts/commands/change-details';
import { oneName } from '@/lib/accounts/schema';
import { signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

export const changeName = asForm(
  signedInAction.inputSchema(oneName).action(async ({ ctx, parsedInput: { name } }) => {
    await rename(ctx.viewer, name);
    await leaveNotice(ctx.viewer, { tone: 'success', text: `Your name is now ${name}.` });
    redirect('/accounts/profile/');
  }),
);
