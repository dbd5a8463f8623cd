import { scaleLinear } from 'd3-scale';

/** Shares by age and sex: bars are the organisation, the step line is what it is compared with. */
export function Pyramid(props: Props) {
  return (
    <>
      <Drawing {...props} frame={wide} className="hidden w-full sm:block" />
      <Drawing {...props} frame={narrow} className="w-full sm:hidden" />
    </>
  );
}

function Drawing({ bands, own, other, label, frame, className }: Props & { frame: Frame; className: string }) {
  const { width, row, middle, top } = frame;
  const height = top + bands.length * row + 30;
  const half = (width - middle) / 2;
  const shares = [...own.male, ...own.female, ...(other?.male ?? []), ...(other?.female ?? [])];
  const x = scaleLinear([0, Math.max(0.01, ...shares)], [0, half - 4]);
  const y = (band: number) => top + (bands.length - 1 - band) * row;
  const left = (share: number) => half - x(share);
  const right = (share: number) => half + middle + x(share);
  const ticks = x.ticks(3);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={className} fontSize="14">
      <path
        d={ticks.map(tick => line(left(tick)) + line(right(tick))).join('')}
        className="fill-none stroke-chart-grid"
      />
      <g className="fill-ink-soft">
        {ticks
          .filter(tick => tick > 0)
          .flatMap(tick => [left(tick), right(tick)].map(at => ({ tick, at })))
          .map(({ tick, at }) => (
            <text key={at} x={at} y={height - 8} textAnchor={edge(at, width)}>
              {tickWords(tick)}
            </text>
          ))}
      </g>
      <text x={half} y={top - 12} textAnchor="end" className="fill-ink font-semibold">
        Men and boys
      </text>
      <text x={half + middle} y={top - 12} className="fill-ink font-semibold">
        Women and girls
      </text>
      <path d={bars(own.male, share => -x(share), half)} className="fill-way-area" />
      <path d={bars(own.female, x, half + middle)} className="fill-way-area" />
      <g textAnchor="middle" className="fill-ink tabular-nums">
        {bands.map((band, index) => (
          <text key={band} x={half + middle / 2} y={y(index) + row / 2 + 5}>
            {band}
          </text>
        ))}
      </g>
      {other && (
        <g className="fill-none stroke-ink" strokeWidth="1.75">
          <path d={steps(other.male, left)} className="stroke-paper" strokeWidth="4" />
          <path d={steps(other.female, right)} className="stroke-paper" strokeWidth="4" />
          <path d={steps(other.male, left)} />
          <path d={steps(other.female, right)} />
        </g>
      )}
    </svg>
  );

  function line(at: number): string {
    return `M${at} ${top}V${height - 26}`;
  }

  // One path for all bars of a side: a page of many elements is a page of many bytes.
  function bars(of: readonly number[], wide: (share: number) => number, from: number): string {
    return of.map((share, band) => `M${from} ${y(band) + 1}h${round(wide(share))}v${row - 2}H${from}z`).join('');
  }

  function steps(of: readonly number[], side: (share: number) => number): string {
    const path = of.map((share, band) => `H${round(side(share))}V${y(band)}`).join('');
    return `M${round(side(of[0] ?? 0))} ${y(0) + row}${path}`;
  }
}

export type Profile = { male: readonly number[]; female: readonly number[] };

type Props = {
  /** Names of the bands, youngest first. */
  bands: readonly string[];
  /** Shares of all patients, 0 to 1. */
  own: Profile;
  other: Profile | null;
  label: string;
};

type Frame = typeof wide;

const wide = { width: 480, row: 17, middle: 64, top: 30 };
const narrow = { width: 320, row: 17, middle: 58, top: 30 };

const round = (number: number) => Math.round(number * 10) / 10;
const tickWords = (share: number) => `${round(share * 100)}%`;

// The outermost label would be cut at the edge of the drawing.
function edge(x: number, width: number) {
  if (x < 16) return 'start';
  return x > width - 16 ? 'end' : 'middle';
}
