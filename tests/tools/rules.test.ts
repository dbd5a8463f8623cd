import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '@/lib/core/csv';
import type { ListSize } from '@/lib/datasets/schema';
import { practiceOverviewSettings } from '@/lib/tools/practice-overview/schema';
import { chooseOrganisation } from '@/lib/tools/rules/choose';
import { csvName } from '@/lib/tools/rules/export';
import { bandShares, countOf, direction, shareOf, widestBand } from '@/lib/tools/rules/people';
import {
  lastChange,
  missingDays,
  monthsFrom,
  periodOf,
  sameGrowth,
  seriesOf,
  wholeChange,
} from '@/lib/tools/rules/series';
import { readOrganisation, readSettings, settingsQuery } from '@/lib/tools/rules/settings';
import { growth, timeBetween } from '@/lib/tools/words';

const bands = (counts: Record<number, number>) => Array.from({ length: 20 }, (_, band) => counts[band] ?? 0);
const size = (male: number[], female: number[], period = '2026-07-01'): ListSize => ({
  code: 'A81001',
  period,
  male,
  female,
  total: [...male, ...female].reduce((sum, number) => sum + number, 0),
});

const anyone = fc
  .tuple(
    fc.array(fc.nat(900), { minLength: 20, maxLength: 20 }),
    fc.array(fc.nat(900), { minLength: 20, maxLength: 20 }),
  )
  .map(([male, female]) => size(male, female))
  .filter(({ total }) => total > 0);

describe('ages', () => {
  test('a worked example: three bands of children, seven from 65, five from 75', () => {
    const people = size(bands({ 0: 10, 2: 20, 3: 100, 13: 30, 15: 5 }), bands({ 1: 10, 12: 100, 14: 20, 19: 5 }));
    expect(people.total).toBe(300);
    expect(countOf(people, 'share0to14')).toBe(40);
    expect(countOf(people, 'share65plus')).toBe(60);
    expect(countOf(people, 'share75plus')).toBe(10);
    expect(shareOf(people, 'share65plus')).toBe(0.2);
  });

  test('nobody has no share, rather than a share of nought', () => {
    expect(shareOf(size(bands({}), bands({})), 'share65plus')).toBeNull();
  });

  test('shares lie between 0 and 1, 75 and over is part of 65 and over, and bands add up to everybody', () => {
    fc.assert(
      fc.property(anyone, people => {
        const [young, old, oldest] = (['share0to14', 'share65plus', 'share75plus'] as const).map(
          group => shareOf(people, group) ?? -1,
        );
        expect(young).toBeGreaterThanOrEqual(0);
        expect((young ?? 0) + (old ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(oldest).toBeLessThanOrEqual(old ?? 0);
        const { male, female } = bandShares(people);
        expect([...male, ...female].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('the widest band is where two profiles differ most, and swapping them turns the sign', () => {
    const one = size(bands({ 4: 50, 5: 50 }), bands({}));
    const other = size(bands({ 4: 80, 5: 20 }), bands({}));
    expect(widestBand(one, other)).toEqual({ band: 4, difference: expect.closeTo(-0.3) });
    fc.assert(
      fc.property(anyone, anyone, (a, b) => {
        expect(widestBand(a, b).difference).toBeCloseTo(-widestBand(b, a).difference, 9);
      }),
    );
  });

  test('less than half a point is close; a list within one in fifty is close', () => {
    expect(direction('share65plus', 0.189, 0.185)).toBe('close');
    expect(direction('share65plus', 0.274, 0.189)).toBe('higher');
    expect(direction('share65plus', 0.1, 0.189)).toBe('lower');
    expect(direction('total', 9_000, 8_900)).toBe('close');
    expect(direction('total', 9_812, 8_930)).toBe('higher');
  });
});

describe('series', () => {
  const on = (period: string, total: number): ListSize => ({ code: 'A81001', period, total, male: [], female: [] });
  const sizes = [on('2026-07-01', 9_842), on('2026-04-01', 9_800), on('2026-05-01', 9_810), on('2027-01-01', 1)];
  const series = seriesOf(sizes, 'A81001', '2026-07-01');

  test('a series is in order and ends with the period that is shown', () => {
    expect(series.map(point => point.total)).toEqual([9_800, 9_810, 9_842]);
    expect(seriesOf(sizes, 'B81001', '2026-07-01')).toEqual([]);
  });

  test('change is told against the load before, and against the first one', () => {
    expect(lastChange(series)?.difference).toBe(32);
    expect(wholeChange(series)?.difference).toBe(42);
    expect(lastChange(series.slice(0, 1))).toBeNull();
    expect(wholeChange(series.slice(0, 1))).toBeNull();
  });

  test('a month that is not held is a gap; quarterly loads have none between them', () => {
    expect(missingDays(series)).toEqual(['2026-06-01']);
    expect(missingDays([on('2026-01-01', 1), on('2026-04-01', 2), on('2026-07-01', 3)])).toEqual([]);
    expect(missingDays([on('2026-01-01', 1), on('2026-04-01', 2), on('2026-10-01', 3)])).toEqual(['2026-07-01']);
    expect(missingDays([])).toEqual([]);
  });

  test('months run over the year, both ends included', () => {
    expect(monthsFrom('2025-11-01', '2026-02-01')).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01']);
  });

  test('the same growth as another organisation starts at the own first figure', () => {
    const other = [
      { period: '2026-04-01', total: 100 },
      { period: '2026-07-01', total: 110 },
    ];
    expect(sameGrowth(series, other)).toEqual([
      { period: '2026-04-01', total: 9_800 },
      { period: '2026-07-01', total: 10_780 },
    ]);
    expect(sameGrowth(series, [])).toEqual([]);
  });

  test('a month of the address means the day that is held in it; no month means the newest', () => {
    expect(periodOf('2026-04', ['2026-04-01', '2026-07-01'])).toBe('2026-04-01');
    expect(periodOf(null, ['2026-04-01', '2026-07-01'])).toBe('2026-07-01');
    expect(periodOf('2019-05', ['2026-04-01'])).toBeNull();
    expect(periodOf(null, [])).toBeNull();
  });

  test('growth is said with its span', () => {
    const from = { period: '2023-11-01', total: 9_558 };
    const to = { period: '2026-11-01', total: 9_842 };
    expect(growth({ from, to, difference: 284 })).toBe('The list grew by 284 patients in three years');
    expect(growth({ from, to, difference: -1 })).toBe('The list shrank by 1 patient in three years');
    expect(growth({ from, to, difference: 0 })).toBe('The list is as long as three years ago');
    expect(timeBetween('2026-06-01', '2026-07-01')).toBe('one month');
    expect(timeBetween('2025-04-01', '2026-07-01')).toBe('15 months');
  });
});

describe('settings in the address', () => {
  test('a parameter that cannot be used is named, and the rest is kept', () => {
    const { settings, wrong } = readSettings(practiceOverviewSettings, {
      org: 'A81001',
      period: 'July',
      compare: 'icb',
      other: 'x',
    });
    expect(settings).toEqual({ org: 'A81001', period: null, compare: 'icb' });
    expect(wrong).toEqual([{ name: 'period', message: expect.stringContaining('2026-07') }]);
  });

  test('nothing at all is the default, and a name sent twice counts once', () => {
    expect(readSettings(practiceOverviewSettings, {}).settings).toEqual({
      org: null,
      period: null,
      compare: 'england',
    });
    expect(readSettings(practiceOverviewSettings, { compare: ['pcn', 'icb'] }).settings.compare).toBe('pcn');
  });

  test('any address at all can be read', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('org', 'period', 'compare', '__proto__'), fc.string()), parameters => {
        const { settings, wrong } = readSettings(practiceOverviewSettings, parameters);
        expect(Object.keys(settings)).toEqual(['org', 'period', 'compare']);
        expect(wrong.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('the shortest address leaves out what is the default', () => {
    const defaults = { org: null, period: null, compare: 'england' };
    expect(settingsQuery({ org: 'A81001', period: null, compare: 'england' }, defaults)).toBe('org=A81001');
    expect(settingsQuery({ org: 'A81001', period: '2026-07', compare: 'pcn' }, defaults)).toBe(
      'org=A81001&period=2026-07&compare=pcn',
    );
  });

  test('an organisation is a code in any spelling, a name with its code, or words', () => {
    expect(readOrganisation(' a81001 ')).toEqual({ code: 'A81001' });
    expect(readOrganisation('Elm Surgery (A81001)')).toEqual({ code: 'A81001' });
    expect(readOrganisation('u12345')).toEqual({ code: 'U12345' });
    expect(readOrganisation('high street')).toEqual({ text: 'high street' });
    expect(readOrganisation('DH1 1AA')).toEqual({ text: 'DH1 1AA' });
    expect(readOrganisation('  ')).toBeNull();
  });

  test('the address wins over the workspace; the workspace pre-selects by kind', () => {
    const practice = { code: 'A81001', kind: 'practice' as const };
    const pcn = { code: 'U12345', kind: 'pcn' as const };
    expect(chooseOrganisation('practice', 'B81001', practice)).toEqual({ from: 'address', code: 'B81001' });
    expect(chooseOrganisation('practice', null, practice)).toEqual({ from: 'workspace', code: 'A81001' });
    expect(chooseOrganisation('practice', null, pcn)).toEqual({ from: 'members', pcn: 'U12345' });
    expect(chooseOrganisation('pcn', null, pcn)).toEqual({ from: 'workspace', code: 'U12345' });
    expect(chooseOrganisation('pcn', null, practice)).toEqual({ from: 'pcn-of', practice: 'A81001' });
    expect(chooseOrganisation('pcn', null, null)).toEqual({ from: 'nowhere' });
  });
});

describe('the CSV file', () => {
  test('its name says what, of whom, of when, and when it was taken in England', () => {
    const on = new Date('2026-07-31T23:30:00Z');
    expect(csvName({ tool: 'practice-overview', code: 'A81001', period: '2026-07-01', on })).toBe(
      'practice-overview_A81001_2026-07_downloaded-2026-08-01.csv',
    );
  });

  test('R59 a text that begins like a formula is text, quotes are doubled, and what is missing is empty', () => {
    expect(
      csv(
        ['name', 'value'],
        [
          ['=1+1', 3],
          ['Smith, "Bob"', null],
        ],
      ),
    ).toBe('\uFEFFname,value\r\n\'=1+1,3\r\n"Smith, ""Bob""",\r\n');
  });
});
