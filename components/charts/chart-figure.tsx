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
    <div className="mt-4 flex flex-wrap items-baseline gap-x-6 text-s">
      <details className="min-w-0 open:w-full">
        <summary className="inline-block py-[3px] text-act underline decoration-1 underline-offset-[0.18em] hover:text-act-hover hover:decoration-2">
          Show as table
        </summary>
        <div className="mt-3 mb-2">{children}</div>
      </details>
      <a href={download} download className="no-print py-[3px]">
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
