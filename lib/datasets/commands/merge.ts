import type { PoolClient } from 'pg';
import type { DatasetId } from '../schema';

export type Merge = {
  client: PoolClient;
  loadId: string;
  period: string;
  /** Of the current practice map, which may be newer or older than this file. */
  mapPeriod: string | null;
  now: Date;
};

export type Figures = {
  added: number;
  changed: number;
  unknown: number;
  /** Successions of organisations that are open. */
  stillOpen?: number;
};

/** Merges what is staged into the register, keyed by code. Nothing is deleted: what left is marked. */
export const merges: Record<DatasetId, (merge: Merge) => Promise<Figures>> = {
  'practice-map': async ({ client, period, now }) => {
    await client.query(MAP, [period, now]);
    await client.query(MAP_MISSING, [period, now]);
    return NONE;
  },
  'practice-register': async ({ client, period, mapPeriod, now }) => {
    await client.query(PRACTICES, [period, now, mapPeriod]);
    await client.query(PRACTICES_MISSING, [period, now]);
    return NONE;
  },
  'pcn-register': async ({ client, period, mapPeriod, now }) => {
    await client.query(PCNS, [period, now, mapPeriod]);
    return NONE;
  },
  'pcn-members': async ({ client, period, loadId, now }) => {
    const { rows } = await client.query<Figures>(SPELLS, [loadId]);
    await client.query(CURRENT_PCN, [period, now]);
    return rows[0] ?? NONE;
  },
  successors: async ({ client, loadId }) => {
    const { rows } = await client.query<Figures>(SUCCESSIONS, [loadId]);
    return rows[0] ?? NONE;
  },
  'list-sizes': async ({ client, loadId }) => {
    const { rows } = await client.query<Figures>(SIZES, [loadId]);
    return rows[0] ?? NONE;
  },
};

const NONE: Figures = { added: 0, changed: 0, unknown: 0 };

// A code only counts as a parent if the register holds it: older files name areas that have merged since.
const known = (column: string, kind: string) =>
  `(SELECT p.code FROM organisations p WHERE p.code = s.${column} AND p.kind = '${kind}')`;

// The map decides name, place and parents unless the register of practices or PCNs is newer.
const MAP = `
  INSERT INTO organisations AS o (code, kind, name, display_name, status, address, postcode, pcn_code, sub_icb_code,
    icb_code, region_code, mapped_on, updated_at)
  SELECT code, kind, name, display_name, 'open', '{}', postcode, pcn_code, sub_icb_code, icb_code, region_code, $1::date, $2
  FROM staged
  ON CONFLICT (code) DO UPDATE SET
    (name, display_name, status, closed_on, postcode) =
      (SELECT CASE WHEN newer THEN o.name ELSE excluded.name END,
        CASE WHEN newer THEN o.display_name ELSE excluded.display_name END,
        CASE WHEN newer THEN o.status ELSE 'open' END,
        CASE WHEN newer THEN o.closed_on END,
        CASE WHEN newer OR excluded.postcode IS NULL THEN o.postcode ELSE excluded.postcode END
      FROM (SELECT o.registered_on > $1::date AS newer) n),
    pcn_code = excluded.pcn_code,
    sub_icb_code = CASE WHEN o.kind = 'pcn' THEN o.sub_icb_code ELSE excluded.sub_icb_code END,
    icb_code = CASE WHEN o.kind = 'pcn' THEN o.icb_code ELSE excluded.icb_code END,
    region_code = CASE WHEN o.kind = 'pcn' THEN o.region_code ELSE excluded.region_code END,
    mapped_on = $1::date, updated_at = $2`;

// What an earlier map named and this one does not has left, unless a newer register still has it. A PCN needs no
// earlier map: one without any practice is not one.
const MAP_MISSING = `
  UPDATE organisations SET status = 'missing', updated_at = $2
  WHERE status IN ('open', 'dormant', 'proposed') AND mapped_on IS DISTINCT FROM $1::date
    AND (mapped_on IS NOT NULL OR kind = 'pcn') AND (registered_on IS NULL OR registered_on < $1::date)`;

const PRACTICES = `
  INSERT INTO organisations AS o (code, kind, name, display_name, status, opened_on, closed_on, address, town, postcode,
    sub_icb_code, icb_code, region_code, setting, registered_on, updated_at)
  SELECT s.code, s.kind, s.name, s.display_name, s.status, s.opened_on, s.closed_on, s.address, s.town, s.postcode,
    ${known('sub_icb_code', 'sub_icb')}, ${known('icb_code', 'icb')}, ${known('region_code', 'region')}, s.setting, $1, $2
  FROM staged s
  ON CONFLICT (code) DO UPDATE SET
    (name, display_name, postcode, sub_icb_code, icb_code, region_code) =
      (SELECT CASE WHEN newer THEN o.name ELSE excluded.name END,
        CASE WHEN newer THEN o.display_name ELSE excluded.display_name END,
        CASE WHEN newer THEN o.postcode ELSE coalesce(excluded.postcode, o.postcode) END,
        CASE WHEN newer THEN o.sub_icb_code ELSE coalesce(excluded.sub_icb_code, o.sub_icb_code) END,
        CASE WHEN newer THEN o.icb_code ELSE coalesce(excluded.icb_code, o.icb_code) END,
        CASE WHEN newer THEN o.region_code ELSE coalesce(excluded.region_code, o.region_code) END
      FROM (SELECT o.mapped_on >= $1::date AS newer) n),
    (status, closed_on) =
      (SELECT CASE WHEN newer AND o.mapped_on = $3::date THEN o.status
          WHEN excluded.status = 'closed' THEN 'closed'
          WHEN newer AND o.mapped_on IS NOT NULL THEN o.status
          ELSE excluded.status END,
        CASE WHEN newer AND o.mapped_on = $3::date THEN o.closed_on ELSE excluded.closed_on END
      FROM (SELECT $3::date > $1::date AS newer) n),
    opened_on = excluded.opened_on, address = excluded.address, town = excluded.town, setting = excluded.setting,
    registered_on = $1::date, updated_at = $2`;

const PRACTICES_MISSING = `
  UPDATE organisations SET status = 'missing', updated_at = $2
  WHERE kind = 'practice' AND status IN ('open', 'dormant', 'proposed') AND registered_on IS DISTINCT FROM $1::date
    AND registered_on IS NOT NULL AND (mapped_on IS NULL OR mapped_on < $1::date)`;

const PCNS = `
  INSERT INTO organisations AS o (code, kind, name, display_name, status, opened_on, closed_on, address, town, postcode,
    sub_icb_code, registered_on, updated_at)
  SELECT s.code, s.kind, s.name, s.display_name,
    CASE WHEN s.status = 'open' AND $3::date > $1::date THEN 'missing' ELSE s.status END,
    s.opened_on, s.closed_on, s.address, s.town, s.postcode, ${known('sub_icb_code', 'sub_icb')}, $1, $2
  FROM staged s
  ON CONFLICT (code) DO UPDATE SET
    (name, display_name) =
      (SELECT CASE WHEN newer THEN o.name ELSE excluded.name END,
        CASE WHEN newer THEN o.display_name ELSE excluded.display_name END
      FROM (SELECT o.mapped_on >= $1::date AS newer) n),
    (status, closed_on) =
      (SELECT CASE WHEN newer AND o.mapped_on = $3::date THEN o.status ELSE excluded.status END,
        CASE WHEN newer AND o.mapped_on = $3::date THEN o.closed_on ELSE excluded.closed_on END
      FROM (SELECT $3::date > $1::date AS newer) n),
    opened_on = excluded.opened_on, address = excluded.address, town = excluded.town, postcode = excluded.postcode,
    sub_icb_code = coalesce(o.sub_icb_code, excluded.sub_icb_code), registered_on = $1::date, updated_at = $2`;

const SPELLS = `
  WITH held AS (
    SELECT s.* FROM staged_spells s
    JOIN organisations p ON p.code = s.practice_code AND p.kind = 'practice'
    JOIN organisations n ON n.code = s.pcn_code AND n.kind = 'pcn'
  ), written AS (
    INSERT INTO pcn_spells AS t (practice_code, pcn_code, started_on, ended_on, load_id)
    SELECT practice_code, pcn_code, started_on, ended_on, $1 FROM held
    ON CONFLICT (practice_code, pcn_code, started_on) DO UPDATE SET ended_on = excluded.ended_on, load_id = excluded.load_id
      WHERE t.ended_on IS DISTINCT FROM excluded.ended_on
    RETURNING xmax = 0 AS fresh
  )
  SELECT count(*) FILTER (WHERE fresh)::int AS added, count(*) FILTER (WHERE NOT fresh)::int AS changed,
    ((SELECT count(*) FROM staged_spells) - (SELECT count(*) FROM held))::int AS unknown
  FROM written`;

// Where the members file is newer than the map, a practice is in the PCN of its current spell.
const CURRENT_PCN = `
  UPDATE organisations o SET pcn_code = s.pcn_code, updated_at = $2
  FROM staged_spells s JOIN organisations n ON n.code = s.pcn_code AND n.kind = 'pcn'
  WHERE s.practice_code = o.code AND s.ended_on IS NULL AND o.kind = 'practice' AND o.status <> 'closed'
    AND (o.mapped_on IS NULL OR o.mapped_on < $1::date) AND o.pcn_code IS DISTINCT FROM s.pcn_code`;

const SUCCESSIONS = `
  WITH written AS (
    INSERT INTO successions AS t (old_code, new_code, effective_on, load_id)
    SELECT old_code, new_code, effective_on, $1 FROM staged_successions
    ON CONFLICT (old_code, new_code) DO UPDATE SET effective_on = excluded.effective_on, load_id = excluded.load_id
      WHERE t.effective_on <> excluded.effective_on
    RETURNING xmax = 0 AS fresh
  )
  SELECT count(*) FILTER (WHERE fresh)::int AS added, count(*) FILTER (WHERE NOT fresh)::int AS changed, 0 AS unknown,
    (SELECT count(*)::int FROM staged_successions s JOIN organisations o ON o.code = s.old_code
      WHERE o.status NOT IN ('closed', 'missing')) AS "stillOpen"
  FROM written`;

const SIZES = `
  WITH held AS (SELECT s.* FROM staged_sizes s JOIN organisations o ON o.code = s.code), written AS (
    INSERT INTO list_sizes AS t (code, period, total, male, female, load_id)
    SELECT code, period, total, male, female, $1 FROM held
    ON CONFLICT (code, period) DO UPDATE
      SET total = excluded.total, male = excluded.male, female = excluded.female, load_id = excluded.load_id
      WHERE (t.total, t.male, t.female) IS DISTINCT FROM (excluded.total, excluded.male, excluded.female)
    RETURNING xmax = 0 AS fresh
  )
  SELECT count(*) FILTER (WHERE fresh)::int AS added, count(*) FILTER (WHERE NOT fresh)::int AS changed,
    ((SELECT count(*) FROM staged_sizes) - (SELECT count(*) FROM held))::int AS unknown
  FROM written`;
