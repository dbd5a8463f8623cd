import 'server-only';
import { findTool, type Tool } from '@/lib/tools/catalogue';
import { membersOf, pcnHeadline } from '@/lib/tools/pcn-list-sizes/rules';
import { openTool } from '@/lib/tools/queries/open-tool';
import { headlineOf } from '@/lib/tools/rules/profile';
import { settingsOf } from '@/lib/tools/rules/settings-of';
import type { Headline } from '@/lib/tools/schema';
import type { KeptSettings, KeptVintage } from '../schema';

export type Shown = { tool: Tool; settings: KeptSettings; vintage: KeptVintage | null; headline: Headline[] };

/** What a tool shows for the query of its address, as a preset keeps it; null where no organisation is named in it. */
export async function whatIsShown(slug: Tool['slug'], query: string): Promise<Shown | null> {
  const tool = findTool(slug);
  if (!tool) return null;
  const { settings } = settingsOf(slug, Object.fromEntries(new URLSearchParams(query)));
  const opened = await openTool(tool, settings, null);
  if (opened.state === 'blank') {
    const org = opened.blank.organisation.code;
    return { tool, settings: { ...settings, org }, vintage: null, headline: [] };
  }
  if (opened.state !== 'figures') return null;
  const { profile, figures } = opened;
  const { vintage, period, organisation } = profile;
  return {
    tool,
    settings: { ...settings, org: organisation.code },
    vintage: vintage && {
      dataset: 'list-sizes',
      period,
      loadId: vintage.loadId,
      loadedAt: vintage.loadedAt.toISOString(),
    },
    headline: tool.about === 'pcn' ? pcnHeadline(profile, membersOf(figures, period)) : headlineOf(profile),
  };
}
