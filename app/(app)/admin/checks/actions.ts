'use server';

import { notFound, redirect } from 'next/navigation';
import { settleCheck } from '@/lib/memberships/commands/settle-check';
import { checkSettling } from '@/lib/memberships/schema/members';
import { refusals } from '@/lib/memberships/words';
import { settledWords } from '@/lib/memberships/words/check';
import { adminAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveOutcome } from '@/lib/web/notice';

/** Keeps or ends the last admin of an organisation that did not answer, on somebody's word. */
export const settleUnanswered = asForm(
  adminAction.inputSchema(checkSettling).action(async ({ ctx, parsedInput }) => {
    const { id, outcome, ...authoriser } = parsedInput;
    const stays = outcome === 'stays';
    const result = await settleCheck(ctx.viewer, { id, stays, authoriser });
    if (!result.ok && result.refusal === 'not-found') notFound();
    await leaveOutcome(ctx.viewer, result, refusals, value => ({
      text: settledWords(stays, value.membership.person.name, value.organisation.name),
    }));
    redirect('/admin/checks/');
  }),
);
