'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { updatePreset } from '@/lib/presets/commands/change-preset';
import { savePreset } from '@/lib/presets/commands/save-preset';
import { type PresetInput, presetInput, presetSettings } from '@/lib/presets/schema';
import { presetRefusals } from '@/lib/presets/words';
import { settingsOf, toolAddress } from '@/lib/tools/rules/settings-of';
import { settle, signedInAction } from '@/lib/web/action';
import { asForm } from '@/lib/web/form';
import { leaveNotice, leaveOutcome } from '@/lib/web/notice';

/** Saves what a tool shows as a preset. A form made in another workspace is asked again on a page with both choices. */
export const saveThis = asForm(
  signedInAction.inputSchema(presetInput).action(async ({ ctx: { viewer }, parsedInput }) => {
    const outcome = await savePreset(viewer, parsedInput);
    if (!outcome.ok && outcome.refusal === 'wrong-workspace') {
      // The header of this tab still names the other workspace.
      refresh();
      redirect(choicePage(parsedInput));
    }
    const saved = settle(outcome, presetRefusals, {
      'name-taken': 'sameName',
      'not-a-member': 'scope',
      'read-only': 'scope',
    });
    await leaveNotice(viewer, { tone: 'success', text: `Saved as “${saved.name}”.` });
    redirect(withSettings(parsedInput.tool, parsedInput.settings, { preset: saved.id }));
  }),
);

const change = signedInAction.inputSchema(presetSettings).action(async ({ ctx: { viewer }, parsedInput }) => {
  const outcome = await updatePreset(viewer, parsedInput);
  await leaveOutcome(viewer, outcome, presetRefusals, value => ({ text: `“${value.name}” now has these settings.` }));
  redirect(
    outcome.ok
      ? withSettings(outcome.value.tool, parsedInput.settings, { preset: parsedInput.id })
      : '/accounts/profile/presets/',
  );
});

/** Gives the open preset the settings that are shown: a form with `id` and `settings`. */
export async function saveChanges(data: FormData): Promise<void> {
  await change({ id: String(data.get('id')), settings: String(data.get('settings')) });
}

const withSettings = (tool: PresetInput['tool'], query: string, more: Record<string, string>) =>
  toolAddress(tool, settingsOf(tool, Object.fromEntries(new URLSearchParams(query))).settings, more);

function choicePage({ tool, settings, name, expectedWs }: PresetInput): string {
  const query = new URLSearchParams(settings);
  query.set('name', name);
  query.set('opened', expectedWs);
  return `/tools/${tool}/save/?${query}`;
}
