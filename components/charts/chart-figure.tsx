import type { ReactNode } from 'react';

/** A chart with what it says as its heading, what it draws under it, and the same as a table. */
export function ChartFigure({ title, what, legend, children, table, download }: Props) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-4 grid gap-1">
        <h3>{title}</h3>
        <p className="text-s text-ink-soft">{what}</p>
      </figcaption>
      {legend}
      {children}
      <TableBelow download={download}>{table}</TableBelow>
    </figure>
  );
}

/** "Show as table" and the way to take it along. */
export function TableBelow({ children, download }: { children: ReactNode; download: string }) {
  return (
    <div className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-6 text-s">
      <details className="contents">
        <summary className="py-[3px] text-act underline decoration-1 underline-offset-[0.18em] hover:text-act-hover hover:decoration-2">
          Show as table
        </summary>
        <div className="order-3 col-span-2 mt-3 min-w-0">{children}</div>
      </details>
      <a href={download} download className="no-print order-2 justify-self-start py-[3px]">
        Download CSV
      </a>
    </div>
  );
}

type Props = {
  /** A finding, put neutrally. */
  title: string;
  /** What is drawn, and what to watch for. */
  what: ReactNode;
  legend?: ReactNode;
  children: ReactNode;
  table: ReactNode;
  /** Address of the CSV file. */
  download: string;
};
