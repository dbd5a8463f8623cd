import { TableBelow } from '@/components/charts/chart-figure';
import { Strip, StripLegend } from '@/components/charts/strip';
import { Section } from '@/components/ui/section';
import { Beneath, Table } from '@/components/ui/table';
import { shareOf } from '@/lib/tools/rules/people';
import type { Profile } from '@/lib/tools/rules/profile';
import type { Area, Measure } from '@/lib/tools/schema';
import { areaKinds, comparison, count, judgement, measureNames, percent, stripWords, value } from '@/lib/tools/words';

/** Each measure on its strip, and in words beside what was chosen; every area is in the table below. */
export function Comparison({ profile, download }: { profile: Profile; download: string }) {
  const { organisation, comparator, measures } = profile;
  const kind = organisation.kind === 'pcn' ? 'PCNs' : 'practices';
  return (
    <Section
      id="compares"
      title="How it compares"
      aside={
        <StripLegend own={organisation.name} others={othersOf(profile)} middle={`Middle 8 in 10 ${kind} in England`} />
      }
    >
      <Table
        caption={`${organisation.name} beside ${comparator?.name ?? 'England'}`}
        columns={[
          { label: 'Measure' },
          { label: kind === 'PCNs' ? 'This PCN' : 'This practice', numeric: true },
          { label: 'Position' },
          { label: 'In words' },
        ]}
        rows={measures.map(measure => ({
          id: measure.id,
          cells: [measureNames[measure.id], own(measure), strip(measure, kind), words(measure)],
        }))}
      />
      <TableBelow download={download}>
        <EveryArea profile={profile} />
      </TableBelow>
    </Section>
  );
}

function own(measure: Measure) {
  if (measure.value === null) return 'not published';
  return <span className="text-l font-semibold text-way-ink tabular-nums">{value(measure.id, measure.value)}</span>;
}

function strip(measure: Measure, kind: string) {
  if (measure.value === null || !measure.spread) return 'no range to show';
  return (
    <Strip
      value={measure.value}
      spread={measure.spread}
      england={measure.england}
      others={measure.others}
      label={stripWords(measure, kind)}
    />
  );
}

function words(measure: Measure) {
  const said = comparison(measure);
  if (!said) return 'Nothing to compare it with was published.';
  return (
    <span>
      {said.said}, {said.rest}
      <Beneath>{judgement(measure)}</Beneath>
    </span>
  );
}

/** The organisation and all of its areas, with the ends of each strip. */
function EveryArea({ profile: { organisation, measures, areas } }: { profile: Profile }) {
  return (
    <Table
      scroll
      caption={`${organisation.name} and the areas it belongs to`}
      columns={[
        { label: 'Measure' },
        { label: organisation.name, numeric: true },
        ...areas.map(area => ({ label: heading(area), numeric: true })),
        { label: 'Strip runs from', numeric: true },
        { label: 'to', numeric: true },
      ]}
      rows={measures.map(({ id, value: amount, spread }) => ({
        id,
        cells: [
          measureNames[id],
          amount === null ? 'not published' : value(id, amount),
          ...areas.map(area => inArea(area, id)),
          spread ? value(id, spread.low) : '–',
          spread ? value(id, spread.high) : '–',
        ],
      }))}
    />
  );
}

const heading = ({ id, name }: Area) => (id === 'england' ? name : `${areaKinds[id]}: ${name}`);

function inArea({ size }: Area, id: Measure['id']): string {
  if (!size) return 'not published';
  if (id === 'total') return count(size.total);
  const share = shareOf(size, id);
  return share === null ? 'not published' : percent(share);
}

function othersOf({ organisation, measures }: Profile): string | null {
  if (!measures.some(measure => measure.others.length > 0)) return null;
  return organisation.kind === 'pcn' ? 'Its practices' : `Practices in ${organisation.pcn?.name ?? 'its PCN'}`;
}
