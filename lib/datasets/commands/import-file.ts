import 'server-only';
import { done, type Refused, type Result, refuse } from '@/lib/core/result';
import type { Actor } from '@/lib/core/viewer';
import { pool } from '@/lib/platform/db';
import type { ImportRefusal, ImportReport, Progress } from '../schema';
import { loadTable } from './load-table';
import { type ReadTable, readTables } from './read-tables';
import { Unreadable } from './source';
import { loading, note } from './transaction';

type File = {
  path: string;
  /** What the report and the data lines call it; a month in it (2025-08) dates a file that carries no date. */
  fileName: string;
  dryRun?: boolean;
  /** Import although the file is small, much smaller than the last one, or older. Damaged files stay refused. */
  force?: boolean;
  /** Whoever asked a job for it: named with the load. */
  askedBy?: string | null;
  onProgress?: (progress: Progress) => void;
};

/**
 * Imports one published file: recognised by content, checked as a whole, written in one transaction or not at all.
 * Answers one report per table (the ePCN workbook holds two). The same file again changes nothing and says so.
 */
export async function importFile(actor: Actor, file: File): Promise<Result<ImportReport[], ImportRefusal>> {
  if (!mayImport(actor)) return refuse('not-permitted');
  const read = await readOrRefuse(actor, file);
  if (!read.ok) return read;
  const order = { force: false, dryRun: false, ...file };
  const result = await loading<ImportReport[]>(async tools => {
    const reports: ImportReport[] = [];
    for (const table of read.value) reports.push(await loadTable(actor, tools, table, order));
    if (order.dryRun || reports.every(report => report.nothingChanged)) tools.undo(done(reports));
    return reports;
  });
  if (!result.ok && !order.dryRun && !isPassing(result.refusal)) await keepRefusal(actor, file, read.value, result);
  return result;
}

/** Says nothing about the file: the same file may be imported at another time. */
export const isPassing = (refusal: ImportRefusal) =>
  refusal === 'busy' || refusal === 'database-lost' || refusal === 'end-unknown';

const mayImport = (actor: Actor) =>
  actor.kind === 'system' ||
  actor.kind === 'clock' ||
  actor.kind === 'register' ||
  (actor.kind === 'person' && actor.platformAdmin);

async function readOrRefuse(actor: Actor, file: File): Promise<Result<ReadTable[], ImportRefusal>> {
  try {
    const today = actor.now.toISOString().slice(0, 10);
    return done(await readTables(file.path, { today, onProgress: file.onProgress }));
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.refusal, error.facts);
    throw error;
  }
}

/** A recognised file that was refused stays in the list of loads, so that administrators see why nothing is newer. */
async function keepRefusal(
  actor: Actor,
  file: File,
  tables: ReadTable[],
  refused: Refused<ImportRefusal>,
): Promise<void> {
  const [first] = tables;
  if (!first) return;
  const client = await pool().connect();
  try {
    const { dataset } = first.layout;
    const { refusal, facts } = refused;
    await client.query('BEGIN');
    await client.query('INSERT INTO datasets (id) VALUES ($1) ON CONFLICT DO NOTHING', [dataset]);
    await client.query(
      `INSERT INTO dataset_loads (dataset_id, state, period, file_name, sha256, rows, report, loaded_at)
       VALUES ($1, 'refused', $2, $3, $4, $5, $6, $7)`,
      [dataset, first.parsed.period, file.fileName, first.sha256, first.parsed.rows, { refusal, facts }, actor.now],
    );
    await note(client, actor, { action: 'dataset.refused', subject: dataset, data: { refusal } });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
