'use server';

import { redirect } from 'next/navigation';
import { say } from '@/lib/core/words';
import { removePreset, renamePreset, restorePreset } from '@/lib/presets/commands/change-preset';
import { presetId, presetName } from '@/lib/presets/schema';
import { presetRefusals } from '@/lib/presets/words';
import { settle, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice, leaveOutcome } from '@/lib/web/notice';

const LIST = '/accounts/profile/presets/';

export const rename = asForm(
  signedInAction.inputSchema(presetName).action(async ({ ctx: { viewer }, parsedInput }) => {
    const { name } = settle(await renamePreset(viewer, parsedInput), presetRefusals, { 'name-taken': 'name' });
    await leaveNotice(viewer, { tone: 'success', text: `It is now called “${name}”.` });
    redirect(LIST);
  }),
);

const removing = signedInAction.inputSchema(presetId).action(async ({ ctx: { viewer }, parsedInput: { id } }) => {
  const outcome = await removePreset(viewer, id);
  if (outcome.ok) redirect(`${LIST}?removed=${id}`);
  await leaveNotice(viewer, { tone: 'important', text: say(presetRefusals, outcome) });
  redirect(LIST);
});

const restoring = signedInAction.inputSchema(presetId).action(async ({ ctx: { viewer }, parsedInput: { id } }) => {
  const outcome = await restorePreset(viewer, id);
  await leaveOutcome(viewer, outcome, presetRefusals, value => ({ text: `“${value.name}” is back.` }));
  redirect(LIST);
});

/** Deletes a preset: a form with its `id`. The next page offers to bring it back. */
export async function remove(data: FormData): Promise<void> {
  await removing({ id: String(data.get('id')) });
}

export async function restore(data: FormData): Promise<void> {
  await restoring({ id: String(data.get('id')) });
}
