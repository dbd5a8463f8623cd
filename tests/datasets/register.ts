import { query } from '@/lib/platform/db';

export const machine = { kind: 'system', now: new Date('2026-11-22T09:00:00Z'), requestId: 'test' } as const;

/** Everything a load could have changed, as one value to compare. */
export async function everything(): Promise<Record<string, unknown>> {
  const digest = async (table: string, columns: string) => {
    const [row] = await query<{ all: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' ORDER BY t::text)), '') AS all
       FROM (SELECT ${columns} FROM ${table}) t`,
      [],
    );
    return row?.all;
  };
  return {
    organisations: await digest('organisations', '*'),
    versions: await digest('organisation_versions', '*'),
    spells: await digest('pcn_spells', '*'),
    sizes: await digest('list_sizes', '*'),
    loads: await digest("dataset_loads WHERE state = 'loaded'", '*'),
    current: await digest('datasets', 'id, current_id'),
  };
}

export async function one<T>(sql: string, values: unknown[] = []): Promise<T | undefined> {
  const [row] = await query<{ value: T }>(`SELECT (${sql}) AS value`, values);
  return row?.value;
}
