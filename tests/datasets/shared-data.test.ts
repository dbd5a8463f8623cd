import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDemonstrationRegister } from '@/lib/datasets/commands/demonstration';
import { importFile } from '@/lib/datasets/commands/import-file';
import { demonstrationRegister } from '@/lib/datasets/rules/demonstration-register';
import { query } from '@/lib/platform/db';
import { testDatabase } from '../support/database';
import { everything, machine, one } from './register';

// The published files themselves, where somebody has laid them beside the repository.
const folder = process.env.SHARED_DATA ?? path.resolve('../shared/data');
const present = existsSync(folder);
if (!present) console.log(`The published files are not at ${folder}: the tests on them do not run.`);

const MAP = 'gp-reg-pat-prac-map_2026-07.zip';
const SIZES = 'gp-reg-pat-prac-quin-age_2026-07.zip';
const OTHERS = [
  'epraccur_2025-08.csv.gz',
  'epcn_2024-10.csv',
  'epcncorepartnerdetails_2024-10.csv.gz',
  'ePCN_2024-10.xlsx',
];

describe.runIf(present)('the published files', { timeout: 120_000 }, async () => {
  await testDatabase();
  const imported = (fileName: string) => importFile(machine, { path: path.join(folder, fileName), fileName });
  const count = (kind: string) =>
    one(`SELECT count(*)::int FROM organisations WHERE kind = $1::organisation_kind AND status = 'open'`, [kind]);

  it('replace the demonstration register as a whole and hold what was published', async () => {
    await makeDemonstrationRegister(machine);
    expect(await imported(MAP)).toMatchObject({
      ok: true,
      value: [{ replacedDemonstration: true, skipped: { 'no-pcn': 52 } }],
    });
    expect(await imported(SIZES)).toMatchObject({ ok: true, value: [{ patients: 63_436_508, rows: 326_241 }] });
    expect(await one('SELECT count(*)::int FROM organisations WHERE demonstration')).toBe(0);
    expect([
      await count('practice'),
      await count('pcn'),
      await count('sub_icb'),
      await count('icb'),
      await count('region'),
    ]).toEqual([6139, 1298, 106, 36, 7]);
    expect(await one(`SELECT count(*)::int FROM organisations WHERE kind = 'practice' AND pcn_code IS NULL`)).toBe(52);
    expect(await one(`SELECT total FROM list_sizes WHERE code = 'E92000001'`)).toBe(63_436_508);
  });

  it('bands sum to totals, and every level to its practices', async () => {
    const wrong = `SELECT count(*)::int FROM list_sizes WHERE total <> (SELECT sum(n) FROM unnest(male || female) n)`;
    expect(await one(wrong)).toBe(0);
    for (const parent of ['pcn_code', 'sub_icb_code', 'icb_code', 'region_code']) {
      const uneven = await query(
        `SELECT o.${parent} FROM organisations o JOIN list_sizes l ON l.code = o.code JOIN list_sizes p ON p.code = o.${parent}
         WHERE o.kind = 'practice' GROUP BY 1, p.total HAVING sum(l.total) <> p.total`,
        [],
      );
      expect(uneven, parent).toEqual([]);
    }
  });

  it('a second import of everything changes nothing', async () => {
    for (const each of OTHERS) expect(await imported(each)).toMatchObject({ ok: true });
    const before = await everything();
    for (const each of [MAP, SIZES, ...OTHERS]) {
      const result = await imported(each);
      expect(result.ok && result.value.every(report => report.nothingChanged), each).toBe(true);
    }
    expect(await everything()).toEqual(before);
  });

  it('older registers add closed practices and spells, and no second England', async () => {
    expect([await count('pcn'), await count('sub_icb'), await count('icb')]).toEqual([1298, 106, 36]);
    expect(await one('SELECT count(*)::int FROM pcn_spells')).toBe(7701);
    expect(
      await one(`SELECT count(*)::int FROM organisations WHERE kind = 'practice' AND status = 'closed'`),
    ).toBeGreaterThan(1900);
  });

  it('no code of the demonstration register is a published one', async () => {
    const codes = demonstrationRegister()
      .organisations.filter(each => each.kind !== 'country')
      .map(each => each.code);
    expect(await query('SELECT code FROM organisations WHERE code = ANY($1)', [codes])).toEqual([]);
  });
});
