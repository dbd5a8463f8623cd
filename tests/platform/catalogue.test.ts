import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();

test('every foreign key has an index that begins with its columns', async () => {
  const keys = await db.$queryRaw<{ key: string; indexed: boolean }[]>`
    select conrelid::regclass || '.' || conname as key,
      exists (
        select from pg_index
        where indrelid = conrelid and indpred is null
          and (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey
      ) as indexed
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace`;
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter(({ indexed }) => !indexed)).toEqual([]);
});

test('R59 the audit can be added to, but not changed, emptied or deleted from', async () => {
  const id = randomUUID();
  await db.audit.create({ data: { id, at: new Date(), action: 'test', actorKind: 'system' } });
  const changes = [
    () => db.$executeRaw`update audit set action = 'other' where id = ${id}::uuid`,
    () => db.$executeRaw`delete from audit where id = ${id}::uuid`,
    () => db.$executeRaw`truncate audit`,
  ];
  for (const change of changes) await expect(change()).rejects.toThrow();
  expect(await db.audit.findMany({ where: { id }, select: { action: true } })).toEqual([{ action: 'test' }]);
});
