import type { Tool } from '../catalogue';
import { pcnListSizesSettings } from '../pcn-list-sizes/schema';
import { practiceOverviewSettings } from '../practice-overview/schema';
import type { ToolSettings, WrongSetting } from '../schema';
import { type Parameters, readSettings, settingsQuery } from './settings';

const shapes = {
  'practice-overview': practiceOverviewSettings,
  'pcn-list-sizes': pcnListSizesSettings,
} satisfies Record<Tool['slug'], unknown>;

const defaults = { org: null, period: null, compare: 'england' };

/** The settings of a tool out of an address. */
export function settingsOf(
  slug: Tool['slug'],
  parameters: Parameters,
): { settings: ToolSettings; wrong: WrongSetting[] } {
  return slug === 'practice-overview' ? readSettings(shapes[slug], parameters) : readSettings(shapes[slug], parameters);
}

/** The address of a tool with these settings; `more` is not part of them: the preset, the workspace of a link. */
export function toolAddress(slug: string, settings: Partial<ToolSettings>, more: Record<string, string | null> = {}) {
  const query = settingsQuery({ ...settings, ...more }, defaults);
  return `/tools/${slug}/${query ? `?${query}` : ''}`;
}
