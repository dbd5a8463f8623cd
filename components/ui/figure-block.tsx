import type { ReactNode } from 'react';

/** Headline figures side by side, hairlines between them; one under the other on a narrow page. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <dl className="grid sm:grid-cols-2 sm:gap-x-6 sm:gap-y-8 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
      {children}
    </dl>
  );
}

/** One figure: what it is, how much, and what that means in words. */
export function FigureBlock({ label, value, unit, children }: Props) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 border-line py-4 max-sm:border-b max-sm:first:pt-0 sm:block sm:py-0 sm:even:border-l sm:even:pl-6 lg:not-first:border-l lg:not-first:pl-6">
      <dt className="max-w-[22ch] text-s font-semibold">{label}</dt>
      <dd className="text-fig font-semibold tabular-nums lining-nums sm:my-2">
        {value}
        {unit && <span className="ml-[0.12em] text-[0.5em] tracking-normal">{unit}</span>}
      </dd>
      {children && <dd className="col-span-2 text-s text-ink-soft [&_strong]:text-ink">{children}</dd>}
    </div>
  );
}

type Props = { label: ReactNode; value: ReactNode; unit?: string; children?: ReactNode };
