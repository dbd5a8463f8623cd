import 'server-only';
import { notFound, redirect } from 'next/navigation';
import type { Viewer } from '@/lib/core/viewer';
import { findPreset } from '@/lib/presets/queries/find-presets';
import type { Preset } from '@/lib/presets/schema';
import { outdatedWords } from '@/lib/presets/words';
import { findTool, type Tool } from '@/lib/tools/catalogue';
import { type Opened, openTool } from '@/lib/tools/queries/open-tool';
import { type Parameters, readOrganisation } from '@/lib/tools/rules/settings';
import { settingsOf, toolAddress } from '@/lib/tools/rules/settings-of';
import type { ToolSettings, WrongSetting } from '@/lib/tools/schema';
import { visitor } from './viewer';
import { type PageWorkspace, workspaceOfPage } from './workspace';

/** A tool opened at an address: what it says, whose workspace fills it in, and the preset it comes from. */
export type ToolPage = {
  tool: Tool;
  viewer: Viewer;
  settings: ToolSettings;
  wrong: WrongSetting[];
  opened: Opened;
  place: PageWorkspace;
  preset: Preset | null;
  /** What belongs to the address beside the settings. */
  kept: { preset: string | null; ws: string | null };
};

const SETTINGS = ['org', 'period', 'compare'];

/** Reads a tool's address. An address that names the organisation in words leads on to the one with its code. */
export async function readToolPage(slug: string, { q, ...sent }: Parameters): Promise<ToolPage> {
  // The search with suggestions asks as q what the settings ask as org.
  const parameters: Parameters = { ...sent, org: sent.org ?? q };
  const tool = findTool(slug) ?? notFound();
  const here = `/tools/${slug}/?${new URLSearchParams(given(parameters))}`;
  const viewer = await visitor(here);
  const preset = await presetOf(viewer, tool, one(parameters.preset));
  // What stands in the address beats the preset; without any setting in it, the preset's own are meant.
  const bare = !SETTINGS.some(name => parameters[name] !== undefined);
  const { settings, wrong } = settingsOf(tool.slug, bare && preset ? { ...known(preset.settings) } : parameters);
  const kept = { preset: preset?.id ?? null, ws: one(parameters.ws) ?? null };
  const typed = readOrganisation(settings.org ?? '');
  if (typed && 'code' in typed && typed.code !== settings.org) {
    redirect(toolAddress(slug, { ...settings, org: typed.code }, kept));
  }
  const place = await workspaceOfPage(viewer, kept.ws ?? undefined);
  const filled = one(parameters.change) ? null : place.workspace;
  const opened = await openTool(tool, settings, filled);
  return {
    tool,
    viewer,
    settings,
    wrong: [...wrong, ...wrongOf(opened), ...refused(place), ...outdated(preset)],
    opened,
    place,
    preset,
    kept,
  };
}

async function presetOf(viewer: Viewer, tool: Tool, id: string | undefined): Promise<Preset | null> {
  const preset = id ? await findPreset(viewer, id) : null;
  return preset?.tool === tool.slug ? preset : null;
}

const wrongOf = (opened: Opened) => (opened.state === 'figures' || opened.state === 'blank' ? opened.wrong : []);

const refused = ({ by }: PageWorkspace): WrongSetting[] =>
  by === 'refused'
    ? [{ name: 'ws', message: 'The link names a workspace you do not have access to. You see the public view.' }]
    : [];

const outdated = (preset: Preset | null): WrongSetting[] =>
  preset?.outdated ? [{ name: 'preset', message: outdatedWords(preset.name) }] : [];

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;

const given = (parameters: Parameters): [string, string][] =>
  Object.entries(parameters).flatMap(([name, value]) => {
    const first = one(value);
    return first ? [[name, first] satisfies [string, string]] : [];
  });

const known = ({ org, period, compare }: Preset['settings']) => ({ org, period: period ?? undefined, compare });
