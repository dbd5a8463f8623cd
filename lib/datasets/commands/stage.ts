import type { PoolClient } from 'pg';
import type { Parsed } from '../rules/parsed';

/** Puts what was read into temporary tables, and keeps how the register looked before, to tell what changes. */
export async function stage(
  client: PoolClient,
  parsed: Pick<Parsed, 'organisations' | 'spells' | 'successions'>,
): Promise<void> {
  await client.query(TABLES);
  await fill(
    client,
    'staged',
    ORGANISATION,
    parsed.organisations.map(
      ({ displayName, openedOn, closedOn, pcnCode, subIcbCode, icbCode, regionCode, ...each }) => ({
        ...each,
        display_name: displayName,
        opened_on: openedOn,
        closed_on: closedOn,
        pcn_code: pcnCode,
        sub_icb_code: subIcbCode,
        icb_code: icbCode,
        region_code: regionCode,
      }),
    ),
  );
  await fill(
    client,
    'staged_spells',
    SPELL,
    parsed.spells.map(each => ({
      practice_code: each.practiceCode,
      pcn_code: each.pcnCode,
      started_on: each.startedOn,
      ended_on: each.endedOn,
    })),
  );
  await fill(
    client,
    'staged_successions',
    SUCCESSION,
    parsed.successions.map(each => ({
      old_code: each.oldCode,
      new_code: each.newCode,
      effective_on: each.effectiveOn,
    })),
  );
}

export type StagedSize = { code: string; period: string; total: number; male: number[]; female: number[] };

/** List sizes are many: they are sent as columns, each row's bands as one array literal. */
export async function stageSizes(client: PoolClient, sizes: StagedSize[]): Promise<void> {
  await client.query(SIZES);
  for (let from = 0; from < sizes.length; from += BATCH) {
    const part = sizes.slice(from, from + BATCH);
    await client.query(
      `INSERT INTO staged_sizes SELECT c, p::date, t, m::int[], f::int[]
       FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[]) AS u(c, p, t, m, f)`,
      [
        part.map(each => each.code),
        part.map(each => each.period),
        part.map(each => each.total),
        part.map(each => `{${each.male.join()}}`),
        part.map(each => `{${each.female.join()}}`),
      ],
    );
  }
  await client.query('ANALYZE staged_sizes');
}

const BATCH = 5000;

async function fill(client: PoolClient, table: string, columns: string, rows: object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await client.query(`INSERT INTO ${table} SELECT * FROM json_to_recordset($1::json) AS r(${columns})`, [
      JSON.stringify(rows.slice(from, from + BATCH)),
    ]);
  }
  await client.query(`ANALYZE ${table}`);
}

const ORGANISATION = `code text, kind organisation_kind, name text, display_name text, status organisation_status,
  opened_on date, closed_on date, address text[], town text, postcode text, pcn_code text, sub_icb_code text,
  icb_code text, region_code text, setting text`;
const SPELL = 'practice_code text, pcn_code text, started_on date, ended_on date';
const SUCCESSION = 'old_code text, new_code text, effective_on date';

const TABLES = `
  CREATE TEMP TABLE staged (${ORGANISATION}) ON COMMIT DROP;
  CREATE TEMP TABLE staged_spells (${SPELL}) ON COMMIT DROP;
  CREATE TEMP TABLE staged_successions (${SUCCESSION}) ON COMMIT DROP;
  CREATE TEMP TABLE before ON COMMIT DROP AS SELECT * FROM organisations WHERE NOT demonstration;
  CREATE UNIQUE INDEX ON before (code);`;
const SIZES =
  'CREATE TEMP TABLE staged_sizes (code text, period date, total int, male int[], female int[]) ON COMMIT DROP';
