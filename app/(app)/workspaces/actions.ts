'use server';

import { redirect } from 'next/navigation';
import { fieldsOf } from '@/lib/core/form';
import { returnPath } from '@/lib/core/return-path';
import { say } from '@/lib/core/words';
import { signedInAction } from '@/lib/web/action';
import { leaveNotice } from '@/lib/web/notice';
import { carryWorkspace } from '@/lib/web/workspace';
import { switchTo } from '@/lib/workspaces/commands';
import { pageAfterSwitch } from '@/lib/workspaces/rules';
import { workspaceChoice } from '@/lib/workspaces/schema';
import { switchRefusals } from '@/lib/workspaces/words';

const choose = signedInAction.inputSchema(workspaceChoice).action(async ({ ctx: { viewer }, parsedInput }) => {
  const { membership, next } = parsedInput;
  const outcome = await switchTo(viewer, membership);
  if (!outcome.ok) {
    await leaveNotice(viewer, { tone: 'important', text: say(switchRefusals, outcome) });
    return redirect('/workspaces/');
  }
  await carryWorkspace(viewer, outcome.value?.membershipId ?? null);
  return redirect(pageAfterSwitch(returnPath(next, '/workspaces/'), outcome.value));
});

/** Switches the workspace: a form with `membership` (empty for the public view) and `next`, the page it was sent from. */
export async function switchWorkspace(data: FormData): Promise<void> {
  const outcome = await choose(fieldsOf(data));
  // What is not a membership's id cannot be anybody's.
  if (outcome?.validationErrors) redirect('/workspaces/');
  if (outcome?.serverError) throw new Error(outcome.serverError.message);
}
