import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import { layoutOf } from '../rules/recognise';
import type { DatasetId, ImportRefusal } from '../schema';
import { openTables, Unreadable } from './source';

/** Which dataset a file holds, by its content: several files are imported in the order in which they build on each other. */
export async function recogniseFile(path: string): Promise<Result<DatasetId, ImportRefusal>> {
  try {
    const [table] = await openTables(path);
    if (!table) return refuse('empty');
    for await (const first of table.rows()) {
      const layout = layoutOf(first);
      if (layout === null) return refuse('unknown-layout');
      return layout === 'wrong-width' ? refuse('wrong-width', { row: 1, found: first.length }) : done(layout.dataset);
    }
    return refuse('empty');
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.refusal, error.facts);
    return refuse('damaged');
  }
}
