'use server';

import { redirect } from 'next/navigation';
import { nothing } from '@/lib/accounts/schema';
import { declineByLink } from '@/lib/memberships/commands/answer-invitation';
import { answerRefusals } from '@/lib/memberships/words/invitations';
import { publicAction, settle } from '@/lib/web/action';
import { clearCookie, readCookie } from '@/lib/web/cookies';
import { asForm } from '@/lib/web/form';

/** Declines for an address that nobody has an account with: whoever has the mail may, and the address is erased. */
export const declineMailed = asForm(
  publicAction.inputSchema(nothing).action(async ({ ctx }) => {
    settle(await declineByLink(ctx.viewer, (await readCookie('mailed')) ?? ''), answerRefusals);
    await clearCookie('mailed');
    redirect('/accounts/invitation/answer/?declined=1');
  }),
);
