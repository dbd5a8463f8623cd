import { collectorFor } from '../rules/collect';
import type { Collector, Parsed } from '../rules/parsed';
import { type Layout, layoutOf } from '../rules/recognise';
import type { Progress } from '../schema';
import { openTables, type Table, Unreadable } from './source';

/** A table that was recognised, read and checked by itself; nothing of it is written yet. */
export type ReadTable = { layout: Layout; sha256: string; parsed: Parsed };

type Options = { today: string; onProgress?: ((progress: Progress) => void) | undefined };

/** Reads every table of a file, or throws Unreadable with the refusal. */
export async function readTables(path: string, options: Options): Promise<ReadTable[]> {
  const read: ReadTable[] = [];
  for (const table of await openTables(path)) read.push(await readTable(table, options));
  return read;
}

async function readTable(table: Table, { today, onProgress }: Options): Promise<ReadTable> {
  let reader: Reader | null = null;
  let row = 0;
  try {
    for await (const cells of table.rows()) {
      row++;
      if (reader) reader.take(cells, row);
      else reader = begin(cells, today);
      if (row % 20_000 === 0) onProgress?.({ stage: 'reading', rows: row });
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    // The reader itself gave up: an open quote, a broken archive.
    throw new Unreadable('damaged', { row, reason: error instanceof Error ? error.message : '' });
  }
  if (!reader) throw new Unreadable('empty');
  onProgress?.({ stage: 'checking', rows: row });
  const parsed = reader.end();
  if ('fault' in parsed) throw new Unreadable(parsed.fault, parsed.facts);
  return { layout: reader.layout, sha256: table.sha256, parsed };
}

type Reader = { layout: Layout; take: (cells: string[], row: number) => void; end: Collector['end'] };

/** The first row says which table it is; without a header it is the first row of data too. */
function begin(first: string[], today: string): Reader {
  const layout = recognised(first);
  const collector = collectorFor({ layout, today });
  const take = (cells: string[], row: number) => {
    if (cells.length !== layout.width)
      throw new Unreadable('wrong-width', { row, expected: layout.width, found: cells.length });
    const wrong = collector.take(cells, row);
    if (wrong) throw new Unreadable(wrong.fault, wrong.facts);
  };
  if (!layout.header) take(first, 1);
  return { layout, take, end: collector.end };
}

function recognised(first: string[]): Layout {
  const layout = layoutOf(first);
  if (layout === null) throw new Unreadable('unknown-layout');
  if (layout === 'wrong-width') throw new Unreadable('wrong-width', { row: 1, expected: null, found: first.length });
  return layout;
}
