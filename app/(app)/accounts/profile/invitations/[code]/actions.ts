'use server';

import { redirect } from 'next/navigation';
import { acceptInvitation, declineInvitation } from '@/lib/memberships/commands/answer-invitation';
import { ownInvitation } from '@/lib/memberships/schema/invitations';
import { answerRefusals, roleOffered } from '@/lib/memberships/words/invitations';
import { settle, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

/** Accepts one's own invitation, in the role that was offered. */
export const accept = asForm(
  signedInAction.inputSchema(ownInvitation).action(async ({ ctx, parsedInput }) => {
    const { organisation, to, membership } = settle(await acceptInvitation(ctx.viewer, parsedInput), answerRefusals);
    await leaveNotice(ctx.viewer, {
      tone: 'success',
      text: `You are now ${roleOffered(to === 'admin' ? 'admin' : 'member')} of ${organisation.name}.`,
    });
    redirect(`/accounts/profile/requests/${membership.id}/`);
  }),
);

/** Declines one's own invitation. */
export const decline = asForm(
  signedInAction.inputSchema(ownInvitation).action(async ({ ctx, parsedInput }) => {
    const { name } = settle(await declineInvitation(ctx.viewer, parsedInput), answerRefusals);
    await leaveNotice(ctx.viewer, {
      tone: 'success',
      text: `You have declined the invitation to ${name}. Whoever invited you is told.`,
    });
    redirect('/accounts/profile/');
  }),
);
