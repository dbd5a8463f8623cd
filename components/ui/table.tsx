import type { ReactNode } from 'react';
import type { Place } from './place-tile';

/**
 * A table that turns into cards below 48em, or scrolls in a named box where it must stay a table. The first cell of a
 * row names the row. Roles are written out, because a changed display takes them away (S11).
 */
export function Table({ caption, captionShown, columns, rows, foot, scroll }: Props) {
  const table = (
    <table role="table" className={`rows ${scroll ? 'min-w-max' : 'cards'}`}>
      <caption className={captionShown ? 'pb-3 text-left text-l font-semibold' : 'sr-only'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(column => (
            <th key={column.label} role="columnheader" scope="col" className={side(column)}>
              {column.labelHidden ? <span className="sr-only">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <Row key={row.id} row={row} columns={columns} />
        ))}
      </tbody>
      {foot && (
        <tfoot role="rowgroup">
          <Row row={foot} columns={columns} />
        </tfoot>
      )}
    </table>
  );
  if (!scroll) return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section data-scroll aria-label={caption} tabIndex={0} className="overflow-x-auto">
      {table}
    </section>
  );
}

function Row({ row, columns }: { row: TableRow; columns: readonly Column[] }) {
  const marked = row.marked
    ? 'bg-way-tint shadow-[0.75rem_0_0_var(--way-tint),-0.75rem_0_0_var(--way-tint)]'
    : undefined;
  return (
    <tr role="row" data-ws={row.place} className={marked}>
      {row.cells.map((content, index) => {
        const column = columns[index];
        if (!column) return null;
        if (index === 0) {
          return (
            <th key={column.label} role="rowheader" scope="row" className={side(column)}>
              {content}
            </th>
          );
        }
        return (
          <td
            key={column.label}
            role="cell"
            data-label={column.labelHidden || column.actions ? undefined : column.label}
            className={side(column)}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** A second, quieter line in a cell. */
export function Beneath({ children }: { children: ReactNode }) {
  return <span className="block text-s font-normal text-ink-soft">{children}</span>;
}

/** What can be done with a row. */
export function RowActions({ children }: { children: ReactNode }) {
  return (
    <div className="-mt-[3px] flex flex-wrap items-baseline gap-x-4.5 gap-y-0.5 max-md:mt-1 [&_a]:py-[3px]">
      {children}
    </div>
  );
}

// How cells look stands in globals.css, once: a page of figures has hundreds, each in its document and again in its data.
const side = (column: Column) => (column.numeric ? 'number' : undefined);

export type Column = {
  label: string;
  numeric?: boolean;
  /** What can be done: in a card it needs no label. */
  actions?: boolean;
  labelHidden?: boolean;
};
export type TableRow = {
  id: string;
  cells: readonly ReactNode[];
  /** Tinted in the colour of the place: the reader's own organisation. */
  marked?: boolean;
  place?: Place;
};

type Props = {
  caption: string;
  captionShown?: boolean;
  columns: readonly Column[];
  rows: readonly TableRow[];
  foot?: TableRow;
  /** Stays a table at every width and scrolls by itself. */
  scroll?: boolean;
};
