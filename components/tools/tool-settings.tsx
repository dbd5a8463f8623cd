import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Tool } from '@/lib/tools/catalogue';
import type { AreaId } from '@/lib/tools/schema';
import { areaKinds, dayWords } from '@/lib/tools/words';

/** The settings of a tool as a plain GET form, so that every view has an address. */
export function ToolSettings({ tool, chosen, periods, areas, period, compare, kept = {} }: Props) {
  return (
    <search className="no-print">
      <form
        method="get"
        action={`/tools/${tool.slug}/`}
        aria-label="Settings"
        className="grid items-end gap-4 border-t-2 border-ink pt-5 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,0.9fr)_minmax(0,1fr)_auto]"
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field
          name="org"
          label={tool.about === 'pcn' ? 'PCN' : 'Practice'}
          value={chosen}
          autoComplete="off"
          spellCheck={false}
        />
        <Select
          name="period"
          label="Period"
          value={period}
          options={periods.toReversed().map((day, index) => ({
            value: index === 0 ? '' : day.slice(0, 7),
            label: `${dayWords(day)}${index === 0 ? ' (newest)' : ''}`,
          }))}
        />
        <Select
          name="compare"
          label="Compare with"
          value={compare}
          options={areas.map(({ id, name }) => ({
            value: id,
            label: id === 'england' ? name : `${areaKinds[id]}: ${name}`,
          }))}
        />
        <Button wide>Show figures</Button>
      </form>
    </search>
  );
}

type Props = {
  tool: Tool;
  /** "Elm Surgery (A81001)". */
  chosen: string;
  /** Days with figures, oldest first. */
  periods: readonly string[];
  areas: readonly { id: AreaId; name: string }[];
  /** As in the address: empty for the newest. */
  period: string;
  compare: AreaId;
  /** Sent along unseen: the preset and the workspace of the address. */
  kept?: Record<string, string>;
};
