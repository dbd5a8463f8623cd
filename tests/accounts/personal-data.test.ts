import { describe, expect, test } from 'vitest';
import { impersonalTables, personalTables } from '@/lib/accounts/rules/personal-data';
import { personalExport } from '@/lib/accounts/schema/export';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();

const columns = () =>
  db.$queryRaw<{ table: string; column: string; type: string }[]>`
    select c.table_name as "table", c.column_name as "column", c.udt_name as type
    from information_schema.columns c
    join pg_class k on k.relname = c.table_name and k.relnamespace = 'public'::regnamespace
    where c.table_schema = 'public' and k.relkind in ('r', 'p') and not k.relispartition`;

describe('R63 the list of personal data', () => {
  test('R63 names every table of the database, and no other', async () => {
    const tables = new Set((await columns()).map(({ table }) => table));
    expect([...Object.keys(personalTables), ...impersonalTables].sort()).toEqual([...tables].sort());
  });

  test('R63 names every column that refers to a person', async () => {
    const references = await db.$queryRaw<{ table: string; column: string }[]>`
      select conrelid::regclass::text as "table", attname as "column" from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = 'users'::regclass`;
    const named = (await columns()).filter(
      ({ column, type }) => type === 'uuid' && /^(user|owner|actor|person|author|member|(\w+_)?by)_id$/.test(column),
    );
    const listed = Object.entries(personalTables).flatMap(([table, { by }]) => by.map(column => `${table}.${column}`));
    expect(references.length).toBeGreaterThan(5);
    for (const { table, column } of [...references, ...named]) expect(listed).toContain(`${table}.${column}`);
  });

  test('R63 every part of the export that the list names is in its schema, and the schema has no other', () => {
    const parts = Object.values(personalTables).flatMap(({ exported }) =>
      typeof exported === 'string' ? [exported] : [],
    );
    const frame = ['version', 'service', 'made'];
    expect(Object.keys(personalExport.shape).sort()).toEqual([...new Set([...parts, ...frame])].sort());
  });
});
