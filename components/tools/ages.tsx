import { ChartFigure } from '@/components/charts/chart-figure';
import { Pyramid } from '@/components/charts/pyramid';
import { Table } from '@/components/ui/table';
import { BANDS } from '@/lib/datasets/words';
import { bandShares, widestBand } from '@/lib/tools/rules/people';
import type { Profile } from '@/lib/tools/rules/profile';
import { ageFinding, count, dayWords, measureNames, percent } from '@/lib/tools/words';

/** Age and sex, beside the outline of what it is compared with. */
export function Ages({ profile, download }: { profile: Profile; download: string }) {
  const { size, comparator, organisation, period, measures } = profile;
  const title = finding(profile);
  const own = bandShares(size);
  const other = comparator?.size ? { name: comparator.name, ...bandShares(comparator.size) } : null;
  const inBand = (of: { male: number[]; female: number[] }, band: number) =>
    percent((of.male[band] ?? 0) + (of.female[band] ?? 0));
  return (
    <ChartFigure
      title={title}
      what={`Share of all patients in each age group, ${dayWords(period)}. Bars are ${organisation.name}${other ? `; the outline is ${other.name}` : ''}.`}
      download={download}
      table={
        <Table
          scroll
          caption={`Patients of ${organisation.name} by age and sex`}
          columns={[
            { label: 'Age' },
            { label: 'Men and boys', numeric: true },
            { label: 'Women and girls', numeric: true },
            { label: 'Share', numeric: true },
            ...(other ? [{ label: other.name, numeric: true }] : []),
          ]}
          rows={BANDS.map((band, index) => ({
            id: band,
            cells: [
              band,
              count(size.male[index] ?? 0),
              count(size.female[index] ?? 0),
              inBand(own, index),
              ...(other ? [inBand(other, index)] : []),
            ],
          })).toReversed()}
        />
      }
    >
      <Pyramid
        bands={BANDS}
        own={own}
        other={other}
        label={`${title}. ${measures
          .slice(1)
          .map(measure => `${measureNames[measure.id]}: ${percent(measure.value ?? 0)}`)
          .join('. ')}.`}
      />
    </ChartFigure>
  );
}

function finding({ size, comparator, measures }: Profile): string {
  if (!comparator?.size) return 'Patients by age and sex';
  const { band, difference } = widestBand(size, comparator.size);
  return ageFinding(measures, comparator.name, { band: BANDS[band] ?? '', above: difference > 0 });
}
