import { scaleLinear } from 'd3-scale';

/** Where a value lies among all of its kind: position never says good or bad, the words beside it say what it is. */
export function Strip({ value, spread, england, others, label }: Props) {
  const x = scaleLinear([spread.low, spread.high], [10, WIDTH - 10]).clamp(true);
  const at = (number: number) => Math.round(x(number) * 10) / 10;
  return (
    <svg viewBox={`0 0 ${WIDTH} 28`} role="img" aria-label={label} className="w-full max-w-[26rem] md:min-w-48">
      <path d={`M4 14H${WIDTH - 4}`} className="fill-none stroke-chart-grid" />
      <rect
        x={at(spread.from)}
        y="7"
        width={Math.max(1, at(spread.to) - at(spread.from))}
        height="14"
        className="fill-chart-band"
      />
      {others.map(other => (
        <circle
          key={other.code}
          cx={at(other.value)}
          cy="14"
          r="4"
          className="fill-paper stroke-chart-ref"
          strokeWidth="1.5"
        />
      ))}
      {england !== null && <path d={`M${at(england)} 2V26`} className="fill-none stroke-ink" strokeWidth="2.5" />}
      <circle cx={at(value)} cy="14" r="7" className="fill-way stroke-paper" strokeWidth="2" />
    </svg>
  );
}

/** What the marks of a strip mean, once for all strips under it. */
export function StripLegend({ own, others, middle }: { own: string; others: string | null; middle: string }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-s text-ink-soft">
      <Key words={own}>
        <circle cx="8" cy="8" r="6" className="fill-way" />
      </Key>
      {others && (
        <Key words={others}>
          <circle cx="8" cy="8" r="4" className="fill-paper stroke-chart-ref" strokeWidth="1.5" />
        </Key>
      )}
      <Key words="England">
        <path d="M8 1V15" className="fill-none stroke-ink" strokeWidth="2.5" />
      </Key>
      <Key words={middle}>
        <rect x="0" y="3" width="16" height="10" className="fill-chart-band" />
      </Key>
    </ul>
  );
}

function Key({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg viewBox="0 0 16 16" className="size-4 flex-none" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  );
}

const WIDTH = 320;

type Props = {
  value: number;
  /** Ends of the scale, and the middle 8 in 10. */
  spread: { low: number; from: number; to: number; high: number };
  england: number | null;
  others: readonly { code: string; value: number }[];
  label: string;
};
