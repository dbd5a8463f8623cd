import type { OperationTable } from '@/lib/core/operations';
import type { Vintage } from '@/lib/datasets/schema';
import { isClosed } from '@/lib/organisations/rules/status';
import type { Headline, ToolSettings } from '@/lib/tools/schema';
import { areaKinds, monthWords } from '@/lib/tools/words';
import type { KeptSettings, Preset } from './schema';

/** Only the person who saved it, among the places a preset can be kept. */
export const ONLY_ME = 'me';

/** A name to begin with: "Elm Surgery, newest figures, vs England". */
export function suggestedName(organisation: string, { period, compare }: Pick<ToolSettings, 'period' | 'compare'>) {
  const when = period ? monthWords(`${period}-01`) : 'newest figures';
  return `${organisation.slice(0, 40).trim()}, ${when}, vs ${areaKinds[compare]}`;
}

/** Do the settings that are shown differ from those of the preset. */
export const differs = (kept: KeptSettings, shown: ToolSettings): boolean =>
  kept.org !== shown.org || kept.period !== shown.period || kept.compare !== shown.compare;

/** How the data moved since a preset was saved: another day is shown, or the same day was loaded again. */
export type DataChange = { kind: 'moved' | 'again'; savedAt: Date; before: string; now: string };

export function dataChange(
  { vintage, updatedAt }: Pick<Preset, 'vintage' | 'updatedAt'>,
  shown: { period: string; vintage: Pick<Vintage, 'loadId'> | null },
): DataChange | null {
  if (!vintage || !shown.vintage) return null;
  const change = { savedAt: updatedAt, before: vintage.period, now: shown.period };
  if (vintage.period !== shown.period) return { kind: 'moved', ...change };
  return vintage.loadId === shown.vintage.loadId ? null : { kind: 'again', ...change };
}

/** Each headline figure as it was at saving and as it is now; a figure that one side lacks is null there. */
export function beforeAndNow(before: readonly Headline[], now: readonly Headline[]): Moved[] {
  const ids = [...new Set([...before, ...now].map(figure => figure.id))];
  return ids.flatMap(id => {
    const [was, is] = [before, now].map(figures => figures.find(figure => figure.id === id));
    const known = is ?? was;
    return known
      ? [{ id, label: known.label, unit: known.unit, before: was?.value ?? null, now: is?.value ?? null }]
      : [];
  });
}

export type Moved = Omit<Headline, 'value'> & { before: number | null; now: number | null };

/** Why a preset needs a look: it cannot be read whole, what it is about has closed or gone, or its workspace is read only. */
export function attention({ about, workspace, outdated }: Pick<Preset, 'about' | 'workspace' | 'outdated'>) {
  if (outdated) return 'outdated';
  if (!about) return 'gone';
  if (isClosed(about.status)) return 'closed';
  return workspace?.closed ? 'read-only' : null;
}

/** What can be done with presets that a practice keeps; the one that is spoken of was saved by another member. */
export const presetOperations = {
  'read-preset': { words: 'Open a preset that the practice keeps', may: ['member', 'admin'] },
  'save-preset': { words: 'Save a preset for the practice', may: ['member', 'admin'] },
  'rename-preset': { words: 'Rename a preset of somebody else', may: ['admin'] },
  'delete-preset': { words: 'Delete a preset of somebody else', may: ['admin'] },
} as const satisfies OperationTable;
