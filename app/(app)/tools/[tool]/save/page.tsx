import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { SaveForm } from '@/components/presets/save-form';
import { SignInToSave } from '@/components/presets/sign-in-to-save';
import type { Person } from '@/lib/core/viewer';
import { ONLY_ME, suggestedName } from '@/lib/presets/rules';
import { presetRefusals } from '@/lib/presets/words';
import type { Parameters } from '@/lib/tools/rules/settings';
import { toolAddress } from '@/lib/tools/rules/settings-of';
import { readToolPage, type ToolPage } from '@/lib/web/tool-page';
import { currentSurroundings } from '@/lib/web/workspace';
import { workspaceMark } from '@/lib/workspaces/rules';
import { named } from '@/lib/workspaces/words';
import { saveThis } from '../actions';

type Props = { params: Promise<{ tool: string }>; searchParams: Promise<Parameters> };

/** Keeping the settings of a tool: under a name for somebody signed in, else what an account is for and the way back. */
export default async function Save({ params, searchParams }: Props) {
  const slug = (await params).tool;
  const parameters = await searchParams;
  const read = await readToolPage(slug, { ...parameters, preset: undefined });
  const organisation = aboutOf(read);
  if (!organisation) redirect(`/tools/${slug}/`);
  const settings = { ...read.settings, org: organisation.code };
  const back = { href: toolAddress(slug, settings), text: read.tool.name };
  const query = back.href.split('?')[1] ?? '';
  if (read.viewer.kind !== 'person') return <SignInToSave here={`/tools/${slug}/save/?${query}`} back={back} />;
  const places = await placesOf(read.viewer);
  const opened = typeof parameters.opened === 'string' ? parameters.opened : null;
  const name = typeof parameters.name === 'string' ? parameters.name : suggestedName(organisation.name, settings);
  return (
    <SaveForm
      action={saveThis}
      about={`${read.tool.name} for ${named(organisation)}`}
      back={back}
      places={places}
      moved={opened && movedWords(opened, places, read.viewer)}
      values={opened ? { name } : { name, scope: ONLY_ME }}
      hidden={{
        requestId: randomUUID(),
        tool: slug,
        settings: query,
        expectedWs: workspaceMark(read.viewer.workspace),
      }}
    />
  );
}

type Place = { code: string; name: string; closed: boolean };

/** The active workspace first, then the others. */
async function placesOf({ workspace }: Person): Promise<Place[]> {
  const { workspaces } = await currentSurroundings();
  const active = workspaces.filter(({ code }) => code === workspace?.code);
  return [...active, ...workspaces.filter(({ code }) => code !== workspace?.code)];
}

function movedWords(opened: string, places: readonly Place[], { workspace }: Person): string {
  const was = places.find(({ code }) => code === opened);
  return presetRefusals['wrong-workspace']({
    opened: was ? named(was) : 'another workspace',
    now: workspace ? named(workspace) : 'the public view',
  });
}

function aboutOf({ opened }: ToolPage): { code: string; name: string } | null {
  if (opened.state === 'figures') return opened.profile.organisation;
  return opened.state === 'blank' ? opened.blank.organisation : null;
}
