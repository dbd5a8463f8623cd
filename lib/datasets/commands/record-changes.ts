import type { PoolClient } from 'pg';
import { enqueueOn } from '@/lib/platform/jobs';
import { FOLLOW_REGISTER, type ImportReport, type RegisterEvent } from '../schema';

type Recorded = { client: PoolClient; loadId: string; period: string; now: Date };

/**
 * Writes down what this load changed about practices and PCNs, each change once however often a file is loaded, and
 * leaves it to a job of the room above to tell those who belong to them. Answers how much happened.
 */
export async function recordChanges({ client, loadId, period, now }: Recorded): Promise<ImportReport['events']> {
  const { rows } = await client.query<{ change: RegisterEvent; count: number; fresh: number }>(RECORD, [
    period,
    loadId,
    now,
  ]);
  if (rows.some(row => told.has(row.change) && row.fresh > 0)) {
    await enqueueOn(async (text, values) => (await client.query<object>(text, values)).rows, FOLLOW_REGISTER, {
      loadId,
    });
  }
  return Object.fromEntries(rows.map(row => [row.change, row.count]));
}

const told: ReadonlySet<RegisterEvent> = new Set(['closed', 'reopened', 'succeeded']);

const gone = (from: string) => `${from}.status IN ('closed', 'missing')`;

// A successor that is named together with the closing is part of that news.
const RECORD = `
  WITH found AS (
    SELECT o.code, c.change, c.day, coalesce(c.was, '') AS was, coalesce(c.now, '') AS now
    FROM organisations o JOIN before b ON b.code = o.code CROSS JOIN LATERAL (VALUES
      ('closed', ${gone('o')} AND NOT ${gone('b')}, coalesce(o.closed_on, $1::date), NULL, NULL),
      ('reopened', NOT ${gone('o')} AND ${gone('b')}, $1::date, NULL, NULL),
      ('succeeded', ${gone('o')} AND ${gone('b')} AND o.successor_codes <> b.successor_codes AND o.successor_codes <> '{}',
        $1::date, array_to_string(b.successor_codes, ' '), array_to_string(o.successor_codes, ' ')),
      ('renamed', o.display_name <> b.display_name, $1::date, b.display_name, o.display_name),
      ('moved-pcn', o.kind = 'practice' AND NOT ${gone('o')} AND o.pcn_code IS DISTINCT FROM b.pcn_code, $1::date,
        b.pcn_code, o.pcn_code),
      ('moved-icb', NOT ${gone('o')} AND o.icb_code <> b.icb_code, $1::date, b.icb_code, o.icb_code)
    ) AS c(change, happened, day, was, now)
    WHERE o.kind IN ('practice', 'pcn') AND c.happened
  ), kept AS (
    INSERT INTO register_changes (code, change, day, was, now, load_id, at)
    SELECT code, change, day, was, now, $2::uuid, $3 FROM found
    ON CONFLICT (code, change, day, now) DO NOTHING RETURNING change
  )
  SELECT f.change, count(*)::int AS count, (SELECT count(*)::int FROM kept k WHERE k.change = f.change) AS fresh
  FROM found f GROUP BY f.change`;
