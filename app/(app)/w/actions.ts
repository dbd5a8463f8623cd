'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { returnPath } from '@/lib/core/return-path';
import { say } from '@/lib/core/words';
import { undo } from '@/lib/memberships/commands/undo';
import { refusals, undoneWords } from '@/lib/memberships/words';
import { signedInAction } from '@/lib/web/action';
import { leaveNotice } from '@/lib/web/notice';

// The page it was pressed on, to go back to; it decides nothing.
const taken = z.object({ event: z.uuid(), back: z.string().max(300) });

const takeBack = signedInAction.inputSchema(taken).action(async ({ ctx, parsedInput }) => {
  const result = await undo(ctx.viewer, parsedInput);
  await leaveNotice(
    ctx.viewer,
    result.ok
      ? { tone: 'success', text: undoneWords(result.value.membership.person.name, result.value.to) }
      : { tone: 'important', text: say(refusals, result) },
  );
  redirect(returnPath(parsedInput.back));
});

/** Takes back a decision of one's own, shortly after it. */
export async function undoDecision(data: FormData): Promise<void> {
  await takeBack({ event: String(data.get('event')), back: String(data.get('back')) });
}
