import 'server-only';
import type { Workspace } from '@/lib/core/viewer';
import { findOrganisation, findPcnOfPractice, listPracticesOfPcn } from '@/lib/organisations/queries/find-organisation';
import { searchOrganisations } from '@/lib/organisations/queries/search-organisations';
import type { Organisation, OrganisationRef, OrganisationSearch } from '@/lib/organisations/schema';
import type { Tool } from '../catalogue';
import { chooseOrganisation } from '../rules/choose';
import { type Blank, type Figures, heldPeriods, type Profile, profileOf } from '../rules/profile';
import { periodOf } from '../rules/series';
import { readOrganisation } from '../rules/settings';
import type { ToolSettings, WrongSetting } from '../schema';
import { findFigures } from './find-figures';

/** What a tool has to show for its settings, and why it is about that organisation. */
export type Opened =
  | { state: 'figures'; why: Why; figures: Figures; profile: Profile; wrong: WrongSetting[] }
  | { state: 'blank'; why: Why; blank: Blank; wrong: WrongSetting[] }
  /** One of several practices is to be chosen: those of a PCN. */
  | { state: 'members'; pcn: OrganisationRef; practices: Organisation[]; why: 'workspace' | 'address' }
  /** A practice that is in no PCN, where a PCN is asked for. */
  | { state: 'no-pcn'; practice: OrganisationRef }
  /** Nothing was chosen, or words were typed. */
  | { state: 'search'; text: string; found: OrganisationSearch | null; unknown: string | null };

export type Why =
  | { by: 'address' }
  | { by: 'workspace' }
  /** The PCN of a practice: the workspace, or the one in the address. */
  | { by: 'practice'; practice: OrganisationRef; workspace: boolean };

const RESULTS = 25;

/** At most four statements, and one more the first time a process meets a load. */
export async function openTool(tool: Tool, settings: ToolSettings, workspace: Workspace | null): Promise<Opened> {
  const typed = readOrganisation(settings.org ?? '');
  if (typed && 'text' in typed) return search(tool, typed.text);
  const choice = chooseOrganisation(tool.about, typed?.code ?? null, workspace);
  switch (choice.from) {
    case 'nowhere':
      return { state: 'search', text: '', found: null, unknown: null };
    case 'members':
      return {
        state: 'members',
        why: 'workspace',
        pcn: { code: choice.pcn, name: workspace?.name ?? choice.pcn },
        practices: await listPracticesOfPcn(choice.pcn),
      };
    case 'pcn-of':
      return ofItsPcn({ code: choice.practice, name: workspace?.name ?? choice.practice }, settings, true);
    default: {
      const organisation = await findOrganisation(choice.code);
      return organisation
        ? ofKind(tool, organisation, settings, choice.from)
        : { state: 'search', text: '', found: null, unknown: choice.code };
    }
  }
}

/** The organisation has the kind that the tool is about, or there is a way from it to one that has. */
async function ofKind(tool: Tool, organisation: Organisation, settings: ToolSettings, by: 'address' | 'workspace') {
  if (organisation.kind === tool.about) return withFigures(organisation, settings, { by });
  if (organisation.kind === 'practice') return ofItsPcn(organisation, settings, false);
  if (organisation.kind === 'pcn') {
    const practices = await listPracticesOfPcn(organisation.code);
    return { state: 'members' as const, pcn: organisation, practices, why: 'address' as const };
  }
  return { state: 'search' as const, text: '', found: null, unknown: organisation.code };
}

async function ofItsPcn(practice: OrganisationRef, settings: ToolSettings, workspace: boolean): Promise<Opened> {
  const pcn = await findPcnOfPractice(practice.code);
  return pcn ? withFigures(pcn, settings, { by: 'practice', practice, workspace }) : { state: 'no-pcn', practice };
}

async function withFigures(organisation: Organisation, settings: ToolSettings, why: Why): Promise<Opened> {
  const figures = await findFigures(organisation, settings.period);
  const shown = profileOf(figures, settings);
  const wrong = notHeld(settings, figures);
  return shown.ok
    ? {
        state: 'figures',
        why,
        figures,
        profile: shown.profile,
        wrong: [...wrong, ...notBeside(settings, shown.profile)],
      }
    : { state: 'blank', why, blank: shown.blank, wrong };
}

function notHeld({ period }: ToolSettings, { sizes }: Figures): WrongSetting[] {
  if (!period || periodOf(period, heldPeriods(sizes))) return [];
  return [{ name: 'period', message: `No figures are held for ${period}. The newest ones are shown.` }];
}

function notBeside({ compare }: ToolSettings, { comparator, organisation }: Profile): WrongSetting[] {
  if (!comparator || comparator.id === compare) return [];
  return [
    {
      name: 'compare',
      message: `${organisation.name} has no such area with figures. It is compared with ${comparator.name}.`,
    },
  ];
}

async function search(tool: Tool, text: string): Promise<Opened> {
  const found = await searchOrganisations({ text, kinds: [tool.about], limit: RESULTS });
  return { state: 'search', text, found, unknown: null };
}
