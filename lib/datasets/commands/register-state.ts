import type { PoolClient } from 'pg';
import type { Census } from '../rules/floors';
import type { Parsed } from '../rules/parsed';
import type { DatasetId } from '../schema';

/** What is held when a load begins: read inside its transaction. */
export type RegisterState = {
  /** Period of the current load of each dataset. */
  periods: Partial<Record<DatasetId, string>>;
  /** Real organisations are held. */
  real: boolean;
  demonstration: boolean;
  known: Set<string>;
};

export async function registerState(client: PoolClient): Promise<RegisterState> {
  const loads = await client.query<{ id: DatasetId; period: string }>(
    `SELECT s.id, to_char(l.period, 'YYYY-MM-DD') AS period FROM datasets s JOIN dataset_loads l ON l.id = s.current_id
     WHERE NOT l.demonstration`,
  );
  const codes = await client.query<{ code: string; demonstration: boolean }>(
    'SELECT code, demonstration FROM organisations',
  );
  const real = codes.rows.filter(row => !row.demonstration);
  return {
    periods: Object.fromEntries(loads.rows.map(row => [row.id, row.period])),
    real: real.length > 0,
    demonstration: codes.rows.length > real.length,
    known: new Set(real.map(row => row.code)),
  };
}

/** Counts what a file would make disappear, for the floors. Run after staging. */
export async function census(client: PoolClient, dataset: DatasetId, parsed: Parsed): Promise<Census> {
  const { practices, pcns, members } = parsed;
  const found = { practices, pcns, members };
  const { rows } = await client.query<{ held: number; vanishing: number }>(HELD[dataset]);
  return { ...found, held: rows[0]?.held ?? 0, vanishing: rows[0]?.vanishing ?? 0 };
}

const vanished = (from: string, gone: string) =>
  `SELECT count(*)::int AS held, count(*) FILTER (WHERE ${gone})::int AS vanishing FROM ${from}`;
const open = (kind: string, source: string) =>
  `organisations o WHERE NOT o.demonstration AND o.status = 'open' AND o.kind = '${kind}' AND o.${source} IS NOT NULL`;
// NOT IN is looked up in one hash; NOT EXISTS within FILTER would read all of it for each row.
const notStaged = 'o.code NOT IN (SELECT code FROM staged)';

const HELD: Record<DatasetId, string> = {
  'practice-map': vanished(open('practice', 'mapped_on'), notStaged),
  'practice-register': vanished(open('practice', 'registered_on'), notStaged),
  'pcn-register': vanished(open('pcn', 'registered_on'), notStaged),
  'pcn-members': vanished(
    'pcn_spells o WHERE o.ended_on IS NULL',
    'o.practice_code NOT IN (SELECT practice_code FROM staged_spells)',
  ),
  // Successions are kept for good, and published in two files (succ, succarc): none is expected in each.
  successors: 'SELECT 0 AS held, 0 AS vanishing',
  // Every practice of the map has patients, so the map says whom to expect.
  'list-sizes': vanished(open('practice', 'mapped_on'), 'o.code NOT IN (SELECT code FROM staged_sizes)'),
};
