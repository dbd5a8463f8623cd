import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aHouse } from '../support/house';
import { importInto, july, june, startImport } from '../support/own-installation';
import { until } from '../support/server';
import { importsInto } from './interrupted';
import { mapFile, openPractices, sizesFile } from './published';

// Files of England's size are loaded while the database is killed. The published ones: kill-published.server.test.ts.
const house = aHouse();
const { folder, ready, rows } = house;
const { all, fileOf, hold, waits, killedWhileWritingTo, loadsOnceAndThenNothing } = importsInto(house);
const leaving = openPractices.at(-1)?.code ?? '';
const email = 'member-of-what-closes@example.nhs.uk';

beforeAll(async () => {
  await importInto(folder(), june());
  await house.moveIn();
  const { aPerson, joined } = await import('../support/people');
  await joined(await aPerson({ email, now: new Date() }), leaving, 'member');
});

const files = {
  organisations: () => fileOf('gp-reg-pat-prac-map_2026-07.csv', mapFile('01Jul2026', openPractices.slice(0, -1))),
  list_sizes: () => fileOf('gp-reg-pat-prac-quin-age_2026-07.csv', Object.values(july()).join('')),
};

describe.sequential('R62 kill -9 of the database in the middle of an import', () => {
  test.each(Object.entries(files))(
    'while %s are written: nothing is changed, and the same file loads afterwards',
    async (table, make) => {
      const file = await make();
      const before = await all();
      const { status, said } = await killedWhileWritingTo(table, file);
      expect(status).toBe(1);
      expect(said).toContain('The database stopped answering before the import was finished.');
      expect(said).toContain('The data loaded before is unchanged. When it runs again, import this file again.');
      expect(said).not.toMatch(/^\s+at /m);
      expect(await all()).toEqual(before);
      await loadsOnceAndThenNothing(file);
    },
    300_000,
  );

  test('whoever belongs to what changed hears of it once', async () => {
    const told = `select sent_at from mails where kind = 'register-news'`;
    await until(async () => (await rows<{ sent_at: Date | null }>(told)).some(mail => mail.sent_at), 130_000);
    expect(await rows(told)).toHaveLength(1);
    expect(await house.sentTo(email)).toEqual([email]);
  }, 200_000);

  test('at its very end: the import says that it cannot know, and importing again settles it', async () => {
    const file = await fileOf('gp-reg-pat-prac-quin-age_2026-08.csv', sizesFile('2026-08-01', 10));
    const before = await all();
    await rows(`
      create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return null; end $$;
      create constraint trigger slow after insert on dataset_loads deferrable initially deferred
        for each row execute function slow()`);
    const { ended } = startImport(folder(), [file]);
    await waits('PgSleep');
    await house.killDatabase();
    const { status, said } = await ended;
    expect(status).toBe(1);
    expect(said).toContain('Either all of the file is loaded or none of it.');
    await until(ready, 60_000);
    await rows('drop function slow cascade');
    expect(await all()).toEqual(before);
    await loadsOnceAndThenNothing(file);
  }, 300_000);

  test('an import asked for on the page is run again by itself, and loads once', async () => {
    const { aPerson } = await import('../support/people');
    const { askForUpload } = await import('@/lib/datasets/commands/ask-import');
    const { confirmImport } = await import('@/lib/datasets/commands/decide-import');
    const platform = await aPerson({ platformAdmin: true, now: new Date() });
    const content = sizesFile('2026-09-01', 11);
    const file = await fileOf('gp-reg-pat-prac-quin-age_2026-09.csv', content);
    const sent = { path: file, fileName: path.basename(file), size: Buffer.byteLength(content) };
    const asked = await askForUpload(platform, sent);
    const id = asked.ok ? asked.value.id : '';
    const state = async () =>
      (await rows<{ state: string }>(`select state from dataset_imports where id = '${id}'`))[0]?.state;
    const loads = () => rows(`select from dataset_loads where period = '2026-09-01'`);
    await until(async () => (await state()) === 'to-confirm', 60_000);

    const holder = await hold('list_sizes');
    await confirmImport(platform, { id, force: false });
    await waits('relation');
    await house.killDatabase();
    await holder.end().catch(() => undefined);
    await until(ready, 60_000);
    await until(async () => (await state()) === 'loaded', 130_000);
    expect(await loads()).toHaveLength(1);
  }, 400_000);
});
