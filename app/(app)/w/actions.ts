'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { returnPath } from '@/lib/core/return-path';
import { say } from '@/lib/core/words';
import { undo } from '@/lib/memberships/commands/undo';
import { refusals, undoneWords } from '@/lib/memberships/words';
import { pageAfter } from '@/lib/memberships/words/pcn';
import { signedInAction } from '@/lib/web/action';
import { leaveNotice } from '@/lib/web/notice';

// The page it was pressed on, to go back to; it decides nothing.
const taken = z.object({ event: z.uuid(), back: z.string().max(300) });

const takeBack = signedInAction.inputSchema(taken).action(async ({ ctx, parsedInput }) => {
  const result = await undo(ctx.viewer, parsedInput);
  if (!result.ok) {
    await leaveNotice(ctx.viewer, { tone: 'important', text: say(refusals, result) });
    redirect(pageAfter(result, returnPath(parsedInput.back)));
  }
  const { as, to, told, membership, organisation } = result.value;
  const text = undoneWords({ as, to, told, name: membership.person.name, organisation: organisation.name });
  await leaveNotice(ctx.viewer, { tone: 'success', text });
  redirect(returnPath(parsedInput.back));
});

/** Takes back what one did oneself, shortly after it. */
export async function undoDecision(data: FormData): Promise<void> {
  await takeBack({ event: String(data.get('event')), back: String(data.get('back')) });
}
