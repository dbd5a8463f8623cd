import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Beneath, RowActions, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { Time } from '@/components/ui/time';
import { attention } from '@/lib/presets/rules';
import type { Preset } from '@/lib/presets/schema';
import { attentionWords, formerMember } from '@/lib/presets/words';
import { findTool, type Tool } from '@/lib/tools/catalogue';
import { toolAddress } from '@/lib/tools/rules/settings-of';
import { monthWords } from '@/lib/tools/words';

/** Presets, each as a link to its tool with its settings. */
export function PresetList({ presets, only }: { presets: readonly Preset[]; only: Tool | null }) {
  if (presets.length === 0) return <Nothing only={only} />;
  return (
    <>
      {only && <Filter only={only} />}
      <Table
        caption="Saved presets"
        columns={[
          { label: 'Name' },
          { label: 'About' },
          { label: 'Who can use it' },
          { label: 'Saved' },
          { label: 'Actions' },
        ]}
        rows={presets.map(preset => ({
          id: preset.id,
          place: preset.workspace ? findTool(preset.tool)?.about : undefined,
          cells: [name(preset), about(preset), whose(preset), saved(preset), actions(preset)],
        }))}
      />
    </>
  );
}

function name({ id, name: called, tool, settings }: Preset) {
  return (
    <>
      <Link prefetch={false} href={toolAddress(tool, settings, { preset: id })}>
        {called}
      </Link>
      <Beneath>{findTool(tool)?.name}</Beneath>
    </>
  );
}

function about(preset: Preset) {
  const why = attention(preset);
  return (
    <span>
      {preset.about ? `${preset.about.name} (${preset.about.code})` : preset.settings.org || 'Not known'}
      {why && (
        <Beneath>
          <Tag look="pending">Needs attention</Tag> {attentionWords[why]}
        </Beneath>
      )}
    </span>
  );
}

function whose({ workspace, savedBy, mine }: Preset) {
  if (!workspace) return 'Only me';
  return (
    <span>
      {workspace.name} ({workspace.code})
      <Beneath>{mine ? 'Saved by you' : `Saved by ${savedBy ?? formerMember}`}</Beneath>
    </span>
  );
}

function saved({ updatedAt, vintage }: Preset) {
  return (
    <span>
      <Time at={updatedAt} />
      {vintage && <Beneath>Data to {monthWords(vintage.period)}</Beneath>}
    </span>
  );
}

function actions({ id, name: called, mayEdit }: Preset) {
  if (!mayEdit) return <span className="text-s text-ink-soft">You can open and copy it</span>;
  return (
    <RowActions>
      <Link prefetch={false} href={`/accounts/profile/presets/${id}/`}>
        Rename or delete<span className="sr-only"> {called}</span>
      </Link>
    </RowActions>
  );
}

function Filter({ only }: { only: Tool }) {
  return (
    <p className="mb-4 text-s">
      Only those of {only.name}.{' '}
      <Link prefetch={false} href="/accounts/profile/presets/">
        Show all
      </Link>
    </p>
  );
}

function Nothing({ only }: { only: Tool | null }) {
  return (
    <EmptyState
      title={only ? `No presets of ${only.name} yet` : 'No presets yet'}
      action={
        <ButtonLink href={only ? `/tools/${only.slug}/` : '/tools/'}>
          {only ? `Open ${only.name}` : 'See tools'}
        </ButtonLink>
      }
    >
      <p>Save the settings of a tool with “Save these settings”, and they are listed here.</p>
    </EmptyState>
  );
}
