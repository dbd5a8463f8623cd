import 'server-only';
import type { PoolClient } from 'pg';
import { type Result, refuse } from '@/lib/core/result';
import type { Machine } from '@/lib/core/viewer';
import { demonstrationPeople, PERIODS } from '../rules/demonstration-people';
import { demonstrationRegister } from '../rules/demonstration-register';
import type { DatasetId, ImportRefusal, ListSize, Progress } from '../schema';
import { settle } from './settle';
import { stage } from './stage';
import { loading, note } from './transaction';

export type DemonstrationReport = { organisations: number; figures: number; periods: number; milliseconds: number };

/**
 * Fills an empty installation with an invented register of England's size and thirteen months of list sizes, the same on
 * every machine and marked as demonstration throughout. The first real import removes it as a whole.
 */
export function makeDemonstrationRegister(
  actor: Machine,
  onProgress?: (progress: Progress) => void,
): Promise<Result<DemonstrationReport, ImportRefusal>> {
  const begun = performance.now();
  return loading<DemonstrationReport>(async ({ client, undo }) => {
    const { rowCount } = await client.query('SELECT 1 FROM organisations LIMIT 1');
    if (rowCount) undo(refuse('register-not-empty'));
    const period = PERIODS.at(-1) ?? '';
    const { organisations, successors } = demonstrationRegister();
    const mapLoad = await newLoad(client, actor, { dataset: 'practice-map', period, rows: organisations.length });
    await stage(client, { organisations, spells: [], successions: [] });
    await client.query(REGISTER, [period, actor.now]);
    const [old, next] = [successors.map(each => each.code), successors.map(each => each.successor)];
    await client.query(SUCCESSIONS, [old, next, period, mapLoad]);
    const sizesIn = demonstrationPeople(organisations);
    let figures = 0;
    let writing: Promise<unknown> = Promise.resolve();
    for (const [month, day] of PERIODS.entries()) {
      // The next month is worked out while the database writes this one.
      const sizes = sizesIn(month);
      await writing;
      const load = await newLoad(client, actor, { dataset: 'list-sizes', period: day, rows: sizes.length });
      writing = writeSizes(client, load, sizes);
      figures += sizes.length;
      onProgress?.({ stage: 'writing', rows: figures });
    }
    await writing;
    onProgress?.({ stage: 'finishing', rows: figures });
    await settle({ client, loadId: mapLoad, period, mapPeriod: period, now: actor.now });
    await note(client, actor, { action: 'dataset.demonstration-made', data: { organisations: organisations.length } });
    await client.query(`SELECT pg_notify('organisations', $1)`, [mapLoad]);
    return {
      organisations: organisations.length,
      figures,
      periods: PERIODS.length,
      milliseconds: Math.round(performance.now() - begun),
    };
  });
}

type Load = { dataset: DatasetId; period: string; rows: number };

/** The newest load of a dataset is the last one written here. */
async function newLoad(client: PoolClient, actor: Machine, { dataset, period, rows }: Load): Promise<string> {
  const made = await client.query<{ id: string }>(
    `WITH dataset AS (INSERT INTO datasets (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET id = excluded.id RETURNING id)
     INSERT INTO dataset_loads (dataset_id, state, period, file_name, sha256, rows, demonstration, loaded_at)
     SELECT id, 'loaded', $2, 'demonstration', '', $3, true, $4 FROM dataset RETURNING id`,
    [dataset, period, rows, actor.now],
  );
  const id = made.rows[0]?.id;
  if (!id) throw new Error('a load was not written');
  await client.query('UPDATE datasets SET current_id = $2 WHERE id = $1', [dataset, id]);
  return id;
}

function writeSizes(client: PoolClient, load: string, sizes: ListSize[]): Promise<unknown> {
  return client.query(
    `INSERT INTO list_sizes (code, period, total, male, female, load_id)
     SELECT c, $5::date, t, m::int[], f::int[], $6 FROM unnest($1::text[], $2::int[], $3::text[], $4::text[]) AS u(c, t, m, f)`,
    [
      sizes.map(each => each.code),
      sizes.map(each => each.total),
      sizes.map(each => `{${each.male.join()}}`),
      sizes.map(each => `{${each.female.join()}}`),
      sizes[0]?.period,
      load,
    ],
  );
}

const REGISTER = `
  INSERT INTO organisations (code, kind, name, display_name, status, opened_on, closed_on, address, town, postcode,
    pcn_code, sub_icb_code, icb_code, region_code, setting, demonstration, mapped_on, updated_at)
  SELECT code, kind, name, display_name, status, opened_on, closed_on, address, town, postcode, pcn_code, sub_icb_code,
    icb_code, region_code, setting, true, CASE WHEN status <> 'closed' THEN $1::date END, $2 FROM staged`;
const SUCCESSIONS = `
  INSERT INTO successions (old_code, new_code, effective_on, load_id)
  SELECT u.old, u.next, coalesce(o.closed_on, $3::date), $4 FROM unnest($1::text[], $2::text[]) AS u(old, next)
  JOIN organisations o ON o.code = u.old`;
