import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { expect } from 'vitest';
import type { aHouse } from '../support/house';
import { embeddedDatabase } from '../support/installation';
import { startImport } from '../support/own-installation';
import { until } from '../support/server';

/** Imports into one installation whose database is killed, postmaster and all, while a file is being loaded into it. */
export function importsInto({ folder, ready, rows, killDatabase }: ReturnType<typeof aHouse>) {
  // What an import writes, without the moment at which members were told of it.
  const written = {
    ...Object.fromEntries(
      ['organisations', 'organisation_versions', 'list_sizes', 'dataset_loads', 'datasets'].map(name => [name, name]),
    ),
    changes: '(select load_id, code, day, change from register_changes)',
  };
  const all = async () => {
    const digests = Object.entries(written).map(
      ([name, from]) =>
        `select '${name}' as name, md5(string_agg(t::text, ' ' order by t::text)) as held from ${from} t`,
    );
    return rows(`${digests.join(' union all ')} order by name`);
  };

  async function fileOf(name: string, content: string): Promise<string> {
    const file = path.join(folder(), name);
    await writeFile(file, content);
    return file;
  }

  /** Keeps others from writing to a table: an import is held in the middle of its transaction. */
  async function hold(table: string): Promise<pg.Client> {
    const holder = new pg.Client({ connectionString: embeddedDatabase(folder()) });
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query(`begin; lock table ${table} in share mode`);
    return holder;
  }

  const waits = (event: string) =>
    until(async () => (await rows(`select from pg_stat_activity where wait_event = '${event}'`)).length > 0, 60_000);

  /** Kills the database while an import waits for a table, and lets it come back. Answers how the import ended. */
  async function killedWhileWritingTo(table: string, file: string) {
    await until(ready, 60_000);
    const holder = await hold(table);
    const { ended } = startImport(folder(), [file]);
    await waits('relation');
    await killDatabase();
    await holder.end().catch(() => undefined);
    const end = await ended;
    await until(ready, 60_000);
    return end;
  }

  async function loadsOnceAndThenNothing(file: string) {
    expect(await startImport(folder(), [file]).ended).toMatchObject({ status: 0 });
    const loaded = await all();
    const again = await startImport(folder(), [file]).ended;
    expect(again).toMatchObject({ status: 0, said: expect.stringContaining('Nothing changed') });
    expect(await all()).toEqual(loaded);
  }

  return { all, fileOf, hold, waits, killedWhileWritingTo, loadsOnceAndThenNothing };
}
