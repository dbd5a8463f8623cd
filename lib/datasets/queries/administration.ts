import 'server-only';
import { z } from 'zod';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import { nextTries } from '@/lib/platform/jobs';
import { type AskedImport, DATASETS, type DatasetId, type DatasetStatus, IMPORT_QUEUE, type PastLoad } from '../schema';

/** Every dataset with its source and what is shown of it, in the order in which they build on each other; null for others. */
export async function listDatasets(viewer: Person): Promise<DatasetStatus[] | null> {
  if (!viewer.platformAdmin) return null;
  const rows = await query<Row>(STATUS, [DATASETS]);
  return rows.map(({ dataset, url, loads, at, ...load }) => ({ dataset, url, loads, current: at && { at, ...load } }));
}

type Row = Pick<DatasetStatus, 'dataset' | 'url' | 'loads'> &
  Omit<NonNullable<DatasetStatus['current']>, 'at'> & { at: Date | null };

export async function findDataset(viewer: Person, dataset: DatasetId): Promise<DatasetStatus | null> {
  return (await listDatasets(viewer))?.find(each => each.dataset === dataset) ?? null;
}

/** What was loaded and what was refused, newest first. */
export async function listLoads(viewer: Person, dataset: DatasetId, limit = 50): Promise<PastLoad[]> {
  return viewer.platformAdmin ? query<PastLoad>(LOADS, [dataset, limit]) : [];
}

/** Imports that were asked for: those under way or waiting for somebody first, then the newest. */
export async function listImports(viewer: Person, limit = 10): Promise<AskedImport[]> {
  if (!viewer.platformAdmin) return [];
  return withTries(await query<AskedRow>(`${IMPORT} ORDER BY ${OPEN_FIRST}, i.asked_at DESC LIMIT $1`, [limit]));
}

export async function findImport(viewer: Person, id: string): Promise<AskedImport | null> {
  if (!viewer.platformAdmin || !z.uuid().safeParse(id).success) return null;
  const [found] = await withTries(await query<AskedRow>(`${IMPORT} WHERE i.id = $1`, [id]));
  return found ?? null;
}

type AskedRow = Omit<AskedImport, 'again'>;

/** With the time of the next try, where the last one failed. */
async function withTries(rows: AskedRow[]): Promise<AskedImport[]> {
  const failed = rows.filter(({ state }) => state === 'again').map(({ id }) => id);
  const tries = failed.length > 0 ? await nextTries(IMPORT_QUEUE, 'importId', failed) : null;
  return rows.map(row => ({ ...row, again: tries?.get(row.id) ?? null }));
}

export async function isWeekly(): Promise<boolean> {
  const rows = await query<{ on: boolean }>(`SELECT value = 'true'::jsonb AS on FROM settings WHERE key = $1`, [
    'datasets.weekly',
  ]);
  return rows[0]?.on ?? false;
}

const STATUS = `
  SELECT wanted.id AS dataset, d.source_url AS url,
    (SELECT count(*)::int FROM dataset_loads a WHERE a.dataset_id = wanted.id AND a.state = 'loaded') AS loads,
    to_char(l.period, 'YYYY-MM-DD') AS period, l.rows, l.file_name AS "fileName", l.loaded_at AS at, u.name AS by, l.demonstration
  FROM unnest($1::text[]) WITH ORDINALITY AS wanted(id, place)
  LEFT JOIN datasets d ON d.id = wanted.id LEFT JOIN dataset_loads l ON l.id = d.current_id
  LEFT JOIN users u ON u.id = l.loaded_by_id
  ORDER BY wanted.place`;

const LOADS = `
  SELECT l.id, l.state, coalesce(d.current_id = l.id, false) AS current, to_char(l.period, 'YYYY-MM-DD') AS period, l.rows,
    l.file_name AS "fileName", l.loaded_at AS at, u.name AS by, l.demonstration, l.report
  FROM dataset_loads l JOIN datasets d ON d.id = l.dataset_id LEFT JOIN users u ON u.id = l.loaded_by_id
  WHERE l.dataset_id = $1 ORDER BY l.loaded_at DESC, l.period DESC, l.id LIMIT $2`;

// A try that failed leaves what stood in its way; the next one begins by taking it away.
const STATE = `CASE WHEN i.state IN ('checking', 'loading') AND i.refusal IS NOT NULL THEN 'again' ELSE i.state END`;
const IMPORT = `
  SELECT i.id, i.source, i.dataset_id AS dataset, ${STATE} AS state, i.file_name AS "fileName", i.size, i.stage, i.rows, i.reports,
    i.refusal, u.name AS "askedBy", i.asked_at AS "askedAt", i.changed_at AS "changedAt"
  FROM dataset_imports i LEFT JOIN users u ON u.id = i.asked_by_id`;
const OPEN_FIRST = `i.state NOT IN ('waiting', 'checking', 'to-confirm', 'confirmed', 'loading')`;
