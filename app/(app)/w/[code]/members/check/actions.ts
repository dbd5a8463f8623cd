'use server';

import { notFound, redirect } from 'next/navigation';
import { checkMembers } from '@/lib/memberships/commands/check-members';
import { checkAnswers } from '@/lib/memberships/schema/members';
import { HELD_WORDS, refusals } from '@/lib/memberships/words';
import { checkedWords } from '@/lib/memberships/words/check';
import { settle, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice } from '@/lib/web/notice';

/** An admin's answers about the people of their organisation. */
export const answerCheck = asForm(
  signedInAction.inputSchema(checkAnswers).action(async ({ ctx, parsedInput }) => {
    const result = await checkMembers(ctx.viewer, parsedInput);
    if (!result.ok && result.refusal === 'not-found') notFound();
    const checked = settle(result, refusals);
    const { removed, removal } = checked;
    await leaveNotice(ctx.viewer, {
      tone: 'success',
      text: `${checkedWords(checked)}${removed > 0 && removal ? ` ${HELD_WORDS}` : ''}`,
      ...(removal ? { undo: removal } : {}),
    });
    redirect(`/w/${parsedInput.code}/members/check/`);
  }),
);
