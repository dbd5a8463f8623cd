import 'server-only';
import { query } from '@/lib/platform/db';
import type { DatasetId, Vintage } from '../schema';

/** What every dataset shows now: one statement for a page's data lines and the demonstration banner. */
export function currentVintages(): Promise<Vintage[]> {
  return query<Vintage>(`${SELECT} ORDER BY s.id`, []);
}

export async function currentVintage(dataset: DatasetId): Promise<Vintage | null> {
  const rows = await query<Vintage>(`${SELECT} WHERE s.id = $1`, [dataset]);
  return rows[0] ?? null;
}

/** The days for which list sizes are held, oldest first. */
export async function periodsOfListSizes(): Promise<string[]> {
  const rows = await query<{ period: string }>(
    `SELECT DISTINCT to_char(period, 'YYYY-MM-DD') AS period FROM dataset_loads
     WHERE dataset_id = 'list-sizes' AND state = 'loaded' AND period IS NOT NULL ORDER BY 1`,
    [],
  );
  return rows.map(row => row.period);
}

const SELECT = `
  SELECT s.id AS dataset, to_char(l.period, 'YYYY-MM-DD') AS period, l.id AS "loadId", l.loaded_at AS "loadedAt",
    l.file_name AS "fileName", l.demonstration
  FROM datasets s JOIN dataset_loads l ON l.id = s.current_id`;
