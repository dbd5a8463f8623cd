import type { Facts } from '@/lib/core/result';
import type { Words } from '@/lib/core/words';
import { monthWords } from '@/lib/tools/words';
import type { DataChange } from './rules';
import type { PresetRefusal } from './schema';

export const presetRefusals = {
  'not-found': 'There is no such preset any more. Nothing was changed.',
  'name-taken': ({ name }: Facts) =>
    `You already have “${name}” for this tool. Replace it, keep both, or choose another name.`,
  'wrong-workspace': ({ opened, now }: Facts) =>
    `This page was opened in ${opened}, and you have switched to ${now} since. Nothing was saved yet. Choose where to keep it.`,
  'not-a-member': 'You do not have access to that workspace, so nothing was saved. Choose another place to keep it.',
  'read-only': 'That workspace is read only, because the organisation has closed. Keep it for yourself instead.',
  'workspace-closed':
    'The organisation that keeps this preset has closed, so it can be opened but not changed. Nothing was changed.',
  'nothing-to-save': 'Choose an organisation in the tool first. Nothing was saved.',
  'too-many': ({ most }: Facts) => `You can keep ${most} presets. Delete one you no longer need, then save this one.`,
} satisfies Words<PresetRefusal>;

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

/** "Saved 3 June 2026 on data to April 2026. Now showing data to July 2026." */
export function changeWords({ kind, savedAt, before, now }: DataChange): string {
  const saved = `Saved ${day.format(savedAt)}`;
  return kind === 'moved'
    ? `${saved} on data to ${monthWords(before)}. Now showing data to ${monthWords(now)}.`
    : `${saved} on figures for ${monthWords(before)} that have been loaded again since. Now showing the newer load.`;
}

export const formerMember = 'Former member';

/** On the tool's page, when a preset of an older form was opened. */
export const outdatedWords = (name: string) =>
  `“${name}” was saved in an older form, and some of its settings cannot be read. They are as in a new view. Choose them again and save the changes to keep them.`;

export const attentionWords = {
  outdated: 'It was saved in an older form, and some of its settings cannot be read. Open it and choose them again.',
  gone: 'The register no longer has the organisation these settings are about.',
  closed: 'The organisation these settings are about has closed.',
  'read-only': 'The workspace that keeps it has closed and is read only.',
};
