import { ChartFigure } from '@/components/charts/chart-figure';
import { LineChart } from '@/components/charts/line-chart';
import { Table } from '@/components/ui/table';
import type { Profile } from '@/lib/tools/rules/profile';
import type { Point } from '@/lib/tools/schema';
import { count, dayWords, growth, monthWords, moved, shortMonthWords } from '@/lib/tools/words';

/** How the list moved over the months that are loaded; in words alone while there is one. */
export function Trend({ profile, download }: { profile: Profile; download: string }) {
  const { series, whole, missing, expected, comparator, organisation } = profile;
  if (!whole) return <OneMonth period={profile.period} />;
  const beside = comparator?.name ?? 'England';
  const title = growth(whole);
  return (
    <ChartFigure
      title={title}
      what={[
        'Registered patients on the first of the month.',
        expected.length > 1 ? `Dashed: what they would be with the growth of ${beside}.` : '',
        'The scale does not start at zero.',
        missing.length > 0 ? `No figures are held for ${listed(missing)}.` : '',
      ].join(' ')}
      download={download}
      table={
        <Table
          scroll
          caption={`Registered patients of ${organisation.name}`}
          columns={[
            { label: 'Day' },
            { label: 'Patients', numeric: true },
            { label: 'Change', numeric: true },
            { label: `With the growth of ${beside}`, numeric: true },
          ]}
          rows={series.map((point, index) => ({
            id: point.period,
            cells: [
              dayWords(point.period),
              count(point.total),
              changed(series[index - 1], point),
              grown(expected, point),
            ],
          }))}
        />
      }
    >
      <LineChart
        points={series.map(asPoint)}
        dashed={{ name: ['Same growth', `as ${short(beside)}`], points: expected.map(asPoint) }}
        gaps={missing}
        label={`${title}, from ${count(whole.from.total)} in ${monthWords(whole.from.period)} to ${count(whole.to.total)} in ${monthWords(whole.to.period)}.`}
        format={count}
        formatDay={shortMonthWords}
      />
    </ChartFigure>
  );
}

function OneMonth({ period }: { period: string }) {
  return (
    <div className="grid content-start gap-1">
      <h3>No change can be shown yet</h3>
      <p className="text-s text-ink-soft">
        Up to {monthWords(period)} there is one month of figures. A line is drawn here as soon as there are two.
      </p>
    </div>
  );
}

const asPoint = ({ period, total }: Point) => ({ day: period, value: total });

const changed = (before: Point | undefined, point: Point) =>
  before ? moved(point.total - before.total) : 'first month';

function grown(expected: readonly Point[], { period }: Point): string {
  const then = expected.find(point => point.period === period);
  return then ? count(then.total) : 'not published';
}

// The name stands beside the line, where there is little room; the text above the chart has it in full.
const short = (name: string) => (name.length > 14 ? 'the area' : name);

function listed(days: readonly string[]): string {
  const names = days.map(monthWords);
  if (names.length > 3) return `${names.length} months in between`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
