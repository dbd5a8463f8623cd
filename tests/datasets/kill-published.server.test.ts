import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aHouse } from '../support/house';
import { importsInto } from './interrupted';

// The published files, where somebody has laid them beside the repository.
const shared = process.env.SHARED_DATA ?? path.resolve('../shared/data');
const published = {
  organisations: path.join(shared, 'gp-reg-pat-prac-map_2026-07.zip'),
  list_sizes: path.join(shared, 'gp-reg-pat-prac-quin-age_2026-07.zip'),
};

describe.runIf(existsSync(published.list_sizes))(
  'R62 kill -9 of the database in the middle of an import of the published files',
  () => {
    const { all, killedWhileWritingTo, loadsOnceAndThenNothing } = importsInto(aHouse());

    test.each(Object.entries(published))(
      'of %s',
      async (table, file) => {
        const before = await all();
        expect(await killedWhileWritingTo(table, file)).toMatchObject({ status: 1 });
        expect(await all()).toEqual(before);
        await loadsOnceAndThenNothing(file);
      },
      400_000,
    );
  },
);
