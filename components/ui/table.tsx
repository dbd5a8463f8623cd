import type { ReactNode } from 'react';
import type { Place } from './place-tile';

/**
 * A table that turns into cards below 48em, or scrolls in a named box where it must stay a table. The first cell of a
 * row names the row. Roles are written out, because a changed display takes them away (S11).
 */
export function Table({ caption, captionShown, columns, rows, foot, scroll }: Props) {
  const table = (
    <table role="table" className={`w-full border-collapse text-base ${scroll ? 'min-w-max' : 'cards'}`}>
      <caption className={captionShown ? 'pb-3 text-left text-l font-semibold' : 'sr-only'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(column => (
            <th key={column.label} role="columnheader" scope="col" className={`${head} ${side(column)}`}>
              {column.labelHidden ? <span className="sr-only">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <Row key={row.id} row={row} columns={columns} cell="border-b border-line py-3" />
        ))}
      </tbody>
      {foot && (
        <tfoot role="rowgroup">
          <Row row={foot} columns={columns} cell="border-t border-ink py-3 font-semibold" />
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

function Row({ row, columns, cell }: { row: TableRow; columns: readonly Column[]; cell: string }) {
  const marked = row.marked ? 'bg-way-tint shadow-[0.75rem_0_0_var(--way-tint),-0.75rem_0_0_var(--way-tint)]' : '';
  return (
    <tr role="row" data-ws={row.place} className={marked}>
      {row.cells.map((content, index) => {
        const column = columns[index];
        if (!column) return null;
        const look = `${cell} ${side(column)} pr-4 align-top last:pr-0`;
        if (index === 0) {
          return (
            <th
              key={column.label}
              role="rowheader"
              scope="row"
              className={`${look} text-left font-semibold max-md:text-m`}
            >
              {content}
            </th>
          );
        }
        return (
          <td
            key={column.label}
            role="cell"
            data-label={column.labelHidden || column.actions ? undefined : column.label}
            className={look}
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

const head = 'border-b border-ink pb-2 pr-4 align-bottom text-s font-semibold text-ink-soft last:pr-0';
const side = (column: Column) => (column.numeric ? 'text-right tabular-nums lining-nums md:pr-8' : 'text-left');

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
