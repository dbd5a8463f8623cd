import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/organisations/search/route';
import { importFile } from '@/lib/datasets/commands/import-file';
import { findOrganisation } from '@/lib/organisations/queries/find-organisation';
import { searchOrganisations } from '@/lib/organisations/queries/search-organisations';
import { pool } from '@/lib/platform/db';
import { file } from '../datasets/files';
import { mapFile, openPractices } from '../datasets/published';
import { machine } from '../datasets/register';
import { testDatabase } from '../support/database';

await testDatabase();
const [practice] = openPractices;
const code = practice?.code ?? '';

describe('searching the register', { timeout: 60_000 }, () => {
  const statements: string[] = [];
  beforeAll(async () => {
    await importFile(machine, file('map.csv', mapFile()));
    await searchOrganisations({ text: 'warm' });
    const { query } = pool();
    const counted = new Proxy(query, {
      apply: (target, pool, given: unknown[]) => {
        statements.push(String(given[0]));
        return Reflect.apply(target, pool, given);
      },
    });
    Object.assign(pool(), { query: counted });
    afterAll(() => Object.assign(pool(), { query }));
  });

  it('a practice’s result tells it from others of its name', async () => {
    const { results } = await searchOrganisations({ text: ` ${code.toLowerCase()} `, kinds: ['practice'] });
    expect(results).toMatchObject([
      {
        code,
        status: 'open',
        linkable: true,
        postcode: practice?.postcode,
        pcn: { code: practice?.pcnCode },
        icb: {},
        through: null,
      },
    ]);
  });

  it('among PCNs, a practice’s code finds its PCN and says through whom', async () => {
    const { results, total } = await searchOrganisations({ text: code, kinds: ['pcn'] });
    expect(total).toBe(1);
    expect(results).toMatchObject([{ code: practice?.pcnCode, kind: 'pcn', through: { code } }]);
    expect(results[0]?.practices).toBeGreaterThan(0);
  });

  it('suggestions come from the same engine as the page, and are never kept', async () => {
    const answer = await GET(new NextRequest(`http://localhost/api/organisations/search/?q=elm&kind=practice&limit=5`));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual(await searchOrganisations({ text: 'elm', kinds: ['practice'], limit: 5 }));
    const odd = await GET(new NextRequest('http://localhost/api/organisations/search/?limit=-1&kind=hospital'));
    expect(await odd.json()).toMatchObject({ results: [], total: 0 });
  });

  it('a warm search makes no statement, however much is typed', async () => {
    // Until the announcing connection stands, versions are compared now and then.
    await expect
      .poll(async () => {
        statements.length = 0;
        for (const text of ['elm', 'surgrey', code, 'x'.repeat(5000), `${'a '.repeat(2000)}`])
          await searchOrganisations({ text });
        return statements;
      })
      .toEqual([]);
    // The same count does see a statement where there is one.
    await findOrganisation(code);
    expect(statements).toHaveLength(1);
  });

  it('a load announces itself: soon the new register is searched, without a restart', async () => {
    const renamed = openPractices.map(each => (each.code === code ? { ...each, name: 'ZEPHYR SURGERY' } : each));
    expect((await searchOrganisations({ text: 'zephyr' })).total).toBe(0);
    await importFile(machine, file('august.csv', mapFile('01Aug2026', renamed)));
    await expect
      .poll(async () => (await searchOrganisations({ text: 'zephyr' })).results[0]?.code, { timeout: 20_000 })
      .toBe(code);
  });
});
