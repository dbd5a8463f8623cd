import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';

/** A list over time, drawn twice by the server: once for wide pages, once for narrow ones. */
export function LineChart(props: Props) {
  return (
    <>
      <Drawing {...props} frame={wide} className="hidden w-full sm:block" />
      <Drawing {...props} frame={narrow} className="w-full sm:hidden" />
    </>
  );
}

function Drawing({ points, dashed, gaps, label, format, formatDay, frame, className }: Props & Drawn) {
  const { width, height, left, right, top, bottom, ticks } = frame;
  const values = [...points, ...dashed.points].map(point => point.value);
  const x = scaleUtc([new Date(first(points).day), new Date(last(points).day)], [left, width - right]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [height - bottom, top]).nice(4);
  const at = (point: LinePoint) => ({ x: x(new Date(point.day)), y: y(point.value) });
  const [from, to, other] = [at(first(points)), at(last(points)), dashed.points.at(-1)];
  const crowded = other && Math.abs(y(other.value) - to.y) < 34;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={className} fontSize="15">
      {y.ticks(4).map((tick, index, all) => (
        <g key={tick}>
          <path d={`M${left} ${y(tick)}H${width - right}`} className="fill-none stroke-chart-grid" />
          <text x={left - 8} y={y(tick) + 5} textAnchor="end" className="fill-ink-soft tabular-nums">
            {format(tick)}
            {index === all.length - 1 && <title>patients</title>}
          </text>
        </g>
      ))}
      <path d={`M${left} ${height - bottom}H${width - right}`} className="fill-none stroke-ink" />
      {daysToName(points, ticks).map((day, index, all) => (
        <text
          key={day}
          x={x(new Date(day))}
          y={height - bottom + 22}
          textAnchor={anchor(index, all.length)}
          className="fill-ink-soft"
        >
          {formatDay(day)}
        </text>
      ))}
      {gaps.map(gap => (
        <path
          key={gap}
          d={`M${x(new Date(gap))} ${top}V${height - bottom}`}
          className="fill-none stroke-chart-ref"
          strokeDasharray="1 4"
        />
      ))}
      {dashed.points.length > 1 && (
        <path
          d={path(dashed.points, at, []) ?? ''}
          className="fill-none stroke-chart-ref"
          strokeWidth="1.75"
          strokeDasharray="4 4"
        />
      )}
      <path
        d={path(points, at, gaps) ?? ''}
        className="fill-none stroke-way"
        strokeWidth="2.75"
        strokeLinejoin="round"
      />
      <circle cx={from.x} cy={from.y} r="4.5" className="fill-paper stroke-way" strokeWidth="2" />
      <circle cx={to.x} cy={to.y} r="5" className="fill-way" />
      <text x={to.x + 10} y={to.y + 5} className="fill-way-ink font-semibold tabular-nums">
        {format(last(points).value)}
      </text>
      {other && !crowded && frame.named && (
        <text x={to.x + 10} y={y(other.value) + 5} className="fill-ink-soft">
          {dashed.name.map((words, index) => (
            <tspan key={words} x={to.x + 10} dy={index === 0 ? 0 : 18}>
              {words}
            </tspan>
          ))}
        </text>
      )}
    </svg>
  );
}

export type LinePoint = { day: string; value: number };

type Props = {
  /** At least two, oldest first. */
  points: readonly LinePoint[];
  /** The dashed line, and its name in short lines. */
  dashed: { name: readonly string[]; points: readonly LinePoint[] };
  /** Days without a figure, where the line is broken. */
  gaps: readonly string[];
  /** What the drawing shows, for those who do not see it. */
  label: string;
  format: (value: number) => string;
  formatDay: (day: string) => string;
};

type Frame = typeof wide;
type Drawn = { frame: Frame; className: string };

const wide = { width: 640, height: 360, left: 66, right: 128, top: 16, bottom: 36, ticks: 5, named: true };
const narrow = { width: 320, height: 250, left: 58, right: 62, top: 16, bottom: 34, ticks: 2, named: false };

// The line stops where figures are missing and goes on after them.
function path(
  points: readonly LinePoint[],
  at: (point: LinePoint) => { x: number; y: number },
  gaps: readonly string[],
) {
  const broken = [...points, ...gaps.map(day => ({ day, value: null }))].sort((a, b) => a.day.localeCompare(b.day));
  return line<{ day: string; value: number | null }>()
    .defined(point => point.value !== null)
    .x(point => at({ day: point.day, value: point.value ?? 0 }).x)
    .y(point => at({ day: point.day, value: point.value ?? 0 }).y)
    .digits(1)(broken);
}

function daysToName(points: readonly LinePoint[], ticks: number): string[] {
  const wanted = Math.min(ticks, points.length);
  const days = Array.from({ length: wanted }, (_, at) => points[Math.round((at * (points.length - 1)) / (wanted - 1))]);
  return days.flatMap(point => (point ? [point.day] : []));
}

function anchor(index: number, all: number) {
  if (index === 0) return 'start';
  return index === all - 1 ? 'end' : 'middle';
}

const nothing = { day: '1970-01-01', value: 0 };
const first = (points: readonly LinePoint[]) => points[0] ?? nothing;
const last = (points: readonly LinePoint[]) => points.at(-1) ?? nothing;
