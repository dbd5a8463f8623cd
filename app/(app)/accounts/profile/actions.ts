'use server';

import { redirect } from 'next/navigation';
import { hideFirstSteps as hide } from '@/lib/accounts/commands/change-details';
import { nothing } from '@/lib/accounts/schema';
import { signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';

export const hideFirstSteps = asForm(
  signedInAction.inputSchema(nothing).action(async ({ ctx }) => {
    await hide(ctx.viewer);
    redirect('/accounts/profile/');
  }),
);
