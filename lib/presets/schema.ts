import { z } from 'zod';
import { slugs } from '@/lib/tools/catalogue';
import { AREAS, type Headline } from '@/lib/tools/schema';

const name = z
  .string()
  .trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  .transform(typed => typed.replace(/[\u0000-\u001f\u007f]+/g, ' '))
  .pipe(
    z
      .string()
      .min(1, { message: 'Enter a name for these settings' })
      .max(80, { message: 'The name must be 80 characters or fewer' }),
  );

/** A preset to be saved. The form, the action and the command know no other fields. */
export const presetInput = z.object({
  /** From the form: pressing twice saves once. */
  requestId: z.uuid(),
  tool: z.enum(slugs),
  name,
  /** `me`, or the code of the workspace that keeps it. */
  scope: z.string({ message: 'Choose where to keep it' }).trim().min(1, { message: 'Choose where to keep it' }).max(12),
  /** The workspace in which the form was made. */
  expectedWs: z.string().max(12),
  /** The query of the tool's address. */
  settings: z.string().max(500),
  /** What to do when there is one of that name already. */
  sameName: z.enum(['ask', 'replace', 'keep']).default('ask'),
});
export type PresetInput = z.infer<typeof presetInput>;

export const presetName = z.object({ id: z.uuid(), name });
export const presetId = z.object({ id: z.uuid() });
/** New settings for a preset that is open in a tool. */
export const presetSettings = z.object({ id: z.uuid(), settings: z.string().max(500) });

/** Settings as they are kept: the same shape for every tool there is. */
export const keptSettings = z.object({
  org: z.string(),
  period: z.string().nullable(),
  compare: z.enum(AREAS),
});
export type KeptSettings = z.infer<typeof keptSettings>;

/** Settings of another shape, kept by an older version or damaged: what can be read of them, the rest as in a new view. */
const whatCanBeRead = z
  .object({
    org: z.string().catch(''),
    period: keptSettings.shape.period.catch(null),
    compare: keptSettings.shape.compare.catch('england'),
  })
  .catch({ org: '', period: null, compare: 'england' });

export function readKept(kept: unknown): { settings: KeptSettings; outdated: boolean } {
  const whole = keptSettings.safeParse(kept);
  return whole.success
    ? { settings: whole.data, outdated: false }
    : { settings: whatCanBeRead.parse(kept), outdated: true };
}

/** The data a preset was saved on. It never freezes them. */
export const keptVintage = z.object({
  dataset: z.literal('list-sizes'),
  /** ISO day of the figures that were shown. */
  period: z.string(),
  loadId: z.string(),
  loadedAt: z.string(),
});
export type KeptVintage = z.infer<typeof keptVintage>;

export const keptHeadline = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    value: z.number().nullable(),
    unit: z.enum(['patients', 'percent', 'practices']),
  }) satisfies z.ZodType<Headline>,
);

export type Preset = {
  id: string;
  name: string;
  tool: (typeof slugs)[number];
  toolVersion: number;
  settings: KeptSettings;
  /** Not all of its settings could be read. */
  outdated: boolean;
  vintage: KeptVintage | null;
  headline: Headline[];
  createdAt: Date;
  updatedAt: Date;
  /** The workspace that keeps it; null: only its owner. */
  workspace: { code: string; name: string; closed: boolean } | null;
  /** Who saved it; null when they have left the workspace or closed their account. */
  savedBy: string | null;
  mine: boolean;
  mayEdit: boolean;
  /** What the settings are about, as the register names it today. */
  about: { code: string; name: string; status: string; closedOn: string | null } | null;
};

export type PresetRefusal =
  | 'not-found'
  | 'name-taken'
  | 'wrong-workspace'
  | 'not-a-member'
  | 'read-only'
  | 'workspace-closed'
  | 'nothing-to-save'
  | 'too-many';
