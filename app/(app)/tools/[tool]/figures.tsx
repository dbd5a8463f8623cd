import { DataMoved } from '@/components/presets/data-moved';
import { PresetBar } from '@/components/presets/preset-bar';
import { ToolFigures } from '@/components/tools/figures';
import { Members } from '@/components/tools/members';
import { ToolSettings } from '@/components/tools/tool-settings';
import { beforeAndNow, dataChange, differs } from '@/lib/presets/rules';
import { membersOf, pcnHeadline } from '@/lib/tools/pcn-list-sizes/rules';
import type { Opened } from '@/lib/tools/queries/open-tool';
import { headlineOf } from '@/lib/tools/rules/profile';
import { toolAddress } from '@/lib/tools/rules/settings-of';
import type { ToolPage } from '@/lib/web/tool-page';
import { saveChanges } from './actions';

type Props = { read: ToolPage; opened: Extract<Opened, { state: 'figures' }> };

/** A tool with its figures: settings, preset, and what the tool shows. */
export function Figures({ read, opened }: Props) {
  const { tool, settings, kept, viewer, preset } = read;
  const { profile, figures } = opened;
  const { organisation, periods, areas } = profile;
  const shown = { ...settings, org: organisation.code };
  const address = toolAddress(tool.slug, shown);
  const query = address.split('?')[1] ?? '';
  const members = tool.about === 'pcn' ? membersOf(figures, profile.period) : null;
  const change = preset && dataChange(preset, profile);
  const now = members ? pcnHeadline(profile, members) : headlineOf(profile);
  return (
    <>
      <ToolSettings
        tool={tool}
        chosen={`${organisation.name} (${organisation.code})`}
        periods={periods}
        areas={areas}
        period={settings.period ?? ''}
        compare={profile.comparator?.id ?? settings.compare}
        kept={known(kept)}
      />
      <PresetBar
        preset={preset && { id: preset.id, name: preset.name, workspace: preset.workspace?.name ?? null }}
        changed={preset !== null && (preset.outdated || differs(preset.settings, shown))}
        save={preset?.mayEdit ? saveChanges : null}
        saveAs={`/tools/${tool.slug}/save/?${query}`}
        address={address}
        settings={query}
        list={viewer.kind === 'person' ? `/accounts/profile/presets/?tool=${tool.slug}` : null}
      />
      {preset && change && (
        <div className="mt-6">
          <DataMoved change={change} figures={beforeAndNow(preset.headline, now)} />
        </div>
      )}
      <ToolFigures
        tool={tool}
        profile={profile}
        download={`/tools/${tool.slug}/csv/?${query}`}
        cautions={members ? ['Practices are those that belong to the PCN today; its figures are as published.'] : []}
      >
        {members && <Members profile={profile} members={members} download={`/tools/${tool.slug}/csv/?${query}`} />}
      </ToolFigures>
    </>
  );
}

const known = (kept: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : [])));
