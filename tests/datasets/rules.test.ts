import { describe, expect, it } from 'vitest';
import { collectorFor } from '@/lib/datasets/rules/collect';
import { dayOfName, isoDay } from '@/lib/datasets/rules/dates';
import { decoderFor, utf8Check } from '@/lib/datasets/rules/decode';
import { belowFloor } from '@/lib/datasets/rules/floors';
import type { Parsed } from '@/lib/datasets/rules/parsed';
import { percentiles } from '@/lib/datasets/rules/percentiles';
import { containerOf, layoutOf } from '@/lib/datasets/rules/recognise';
import { townOf } from '@/lib/datasets/rules/town';
import { registerRow } from './files';

const bytes = (text: string) => new TextEncoder().encode(text);
const cellsOf = (row: string) => row.split(',').map(cell => cell.replaceAll('"', ''));

function parse(rows: string[][], today = '2026-11-22') {
  const layout = layoutOf(rows[0] ?? []);
  if (layout === null || layout === 'wrong-width') return { fault: layout ?? 'unknown-layout' };
  const collector = collectorFor({ layout, today });
  for (const [at, cells] of rows.entries()) {
    const wrong = at === 0 && layout.header ? null : collector.take(cells, at + 1);
    if (wrong) return wrong;
  }
  return collector.end();
}

function parsed(rows: string[][]): Parsed {
  const result = parse(rows);
  if ('fault' in result) throw new Error(`refused: ${result.fault}`);
  return result;
}

describe('dates', () => {
  it.each([
    ['20260701', '2026-07-01'],
    ['2026-07-01', '2026-07-01'],
    ['01Jul2026', '2026-07-01'],
    ['01JUL2026', '2026-07-01'],
    ['01/07/2026', '2026-07-01'],
    [' 20240229 ', '2024-02-29'],
    ['', null],
    ['20260231', undefined],
    ['1 July', undefined],
    ['01Jux2026', undefined],
  ])('reads %j as %j', (written, day) => expect(isoDay(written)).toBe(day));

  it('takes the month that the name of a file gives', () => {
    expect(dayOfName('epraccur_2025-08.csv.gz')).toBe('2025-08-01');
    expect(dayOfName('epraccur.csv')).toBeNull();
  });
});

describe('recognising a file by content', () => {
  it('tells containers by their first bytes and never by name', () => {
    expect(containerOf(new Uint8Array([0x50, 0x4b, 3, 4]))).toBe('zip');
    expect(containerOf(new Uint8Array([0x1f, 0x8b, 8]))).toBe('gzip');
    expect(containerOf(bytes('"A81001","ELM"'))).toBe('text');
    expect(containerOf(bytes('\uFEFF \n<!doctype html><title>Not found'))).toBe('html');
    expect(containerOf(new Uint8Array())).toBe('empty');
  });

  it('matches header names whatever their case, white space and line breaks', () => {
    const header = [
      'Publication',
      ' extract date ',
      'ORG\r\nTYPE',
      'Org_Code',
      'ons',
      'postcode',
      'Sex',
      'AGE GROUP 5',
      'Number_of_Patients',
    ];
    expect(layoutOf(header)).toMatchObject({ dataset: 'list-sizes', dialect: 'bands', header: true, width: 9 });
  });

  it('finds single years of age with the two columns that older editions had more', () => {
    const header = 'PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS'.split(
      ',',
    );
    expect(layoutOf(header)).toMatchObject({ dataset: 'list-sizes', dialect: 'years', fields: { code: 5, age: 8 } });
  });

  it('takes a file without header by its exact width only', () => {
    const row = cellsOf(registerRow({ code: 'A81001' }));
    expect(layoutOf(row)).toMatchObject({ dataset: 'practice-register', header: false, width: 27 });
    expect(layoutOf(row.slice(0, 26))).toBe('wrong-width');
    const pcn = ['U12345', 'PLOVERMERE PCN', '21C', '', '20190701', '', '', '', '', '', '', 'XA1 1AA'];
    expect(layoutOf(pcn)).toMatchObject({ dataset: 'pcn-register' });
    expect(layoutOf([...pcn, ''])).toBe('wrong-width');
    const member = ['A81001', 'ELM', '21C', '', 'U12345', 'PLOVERMERE PCN', '21C', '', '20190701', '', 'Y'];
    expect(layoutOf(member)).toMatchObject({ dataset: 'pcn-members' });
  });

  it('does not know a file of another kind', () => {
    expect(layoutOf(['name', 'amount'])).toBeNull();
  });
});

describe('decoding', () => {
  const decode = (...chunks: Uint8Array[]) => {
    const check = utf8Check();
    for (const chunk of chunks) check.feed(chunk);
    const decoder = decoderFor(check.end());
    return chunks.map(chunk => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
  };

  it('reads strict UTF-8, also when a letter is cut by the border of two chunks, and drops the byte order mark', () => {
    const text = bytes('\uFEFFCafé');
    expect(decode(text.subarray(0, 7), text.subarray(7))).toBe('Café');
  });

  it('falls back to Windows-1252 for a file that is not UTF-8', () => {
    expect(decode(new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x91, 0x92]))).toBe('Café ‘’');
    expect(decode(bytes('Cafe'))).toBe('Cafe');
  });
});

describe('the register of practices', () => {
  it('reads both dialects of status and prescribing setting alike', () => {
    const legacy = parsed([cellsOf(registerRow({ code: 'A81001', status: 'A', setting: '4' }))]);
    const report = parsed([cellsOf(registerRow({ code: 'A81001', status: 'ACTIVE', setting: 'RO76' }))]);
    expect(legacy.practices).toBe(1);
    expect(report.practices).toBe(1);
    expect(report.organisations[0]).toMatchObject({ status: 'open', openedOn: '1974-04-01', town: 'Plovermere' });
  });

  it('takes an unknown status as closed and says so', () => {
    const result = parsed([
      cellsOf(registerRow({ code: 'A81001', status: 'X' })),
      cellsOf(registerRow({ code: 'A81002', status: 'D' })),
    ]);
    expect(result.organisations.map(each => each.status)).toEqual(['closed', 'dormant']);
    expect(result.skipped).toEqual({ 'unknown-status': 1 });
  });

  it('leaves Wales aside, and refuses a code that stands twice', () => {
    const welsh = cellsOf(registerRow({ code: 'W91001', national: 'W00' }));
    const english = cellsOf(registerRow({ code: 'A81001' }));
    expect(parsed([english, welsh])).toMatchObject({ rows: 2, practices: 1, skipped: { 'not-in-england': 1 } });
    expect(parse([english, english])).toMatchObject({ fault: 'duplicate', facts: { row: 2, code: 'A81001' } });
  });
});

describe('list sizes', () => {
  const header =
    'PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,NUMBER_OF_PATIENTS'.split(',');
  const row = (sex: string, age: string, n: number | string, type = 'GP', code = 'A81001') => [
    'P',
    '2026-07-01',
    type,
    code,
    '',
    '',
    sex,
    age,
    String(n),
  ];
  const practice = [
    row('MALE', '0_4', 3),
    row('FEMALE', '95+', 2),
    row('MALE', 'ALL', 3),
    row('FEMALE', 'ALL', 2),
    row('ALL', 'ALL', 5),
  ];

  it('counts each person once, although the file states totals too', () => {
    const { sizes, patients } = parsed([header, ...practice]);
    expect(patients).toBe(5);
    expect(sizes[0]).toMatchObject({ code: 'A81001', total: 5 });
    expect([sizes[0]?.male[0], sizes[0]?.female[19], sizes[0]?.male.length]).toEqual([3, 2, 20]);
  });

  it('refuses bands that do not sum to the stated total', () => {
    expect(parse([header, ...practice.slice(0, 4), row('ALL', 'ALL', 6)])).toMatchObject({ fault: 'does-not-add-up' });
  });

  it('refuses a level that does not hold the same people as the practices', () => {
    const region = (n: number) => [row('MALE', '0_4', n, 'Comm Region', 'Y71')];
    expect(parse([header, ...practice, ...region(4)])).toMatchObject({ fault: 'does-not-add-up' });
    expect(parsed([header, ...practice, ...region(5)]).patients).toBe(5);
  });

  it('refuses two months in one file, a cell that stands twice and a number that is none', () => {
    const august = practice.map(cells => cells.with(1, '2026-08-01'));
    expect(parse([header, ...practice, ...august])).toMatchObject({ fault: 'mixed-dates' });
    expect(parse([header, ...practice, row('ALL', 'ALL', 5)])).toMatchObject({ fault: 'duplicate' });
    expect(parse([header, row('MALE', '0_4', '1,000')])).toMatchObject({ fault: 'bad-value' });
  });

  it('adds single years up to bands', () => {
    const years = 'PUBLICATION,EXTRACT_DATE,TYPE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS'.split(',');
    const of = (sex: string, age: string, n: number) => ['P', '01JUL2026', 'GP', 'A81001', '', sex, age, String(n)];
    const { sizes, period } = parsed([
      years,
      of('MALE', '0', 1),
      of('MALE', '4', 2),
      of('MALE', '95+', 1),
      of('ALL', 'ALL', 4),
    ]);
    expect(period).toBe('2026-07-01');
    expect([sizes[0]?.male[0], sizes[0]?.male[19], sizes[0]?.total]).toEqual([3, 1, 4]);
  });
});

describe('floors', () => {
  const whole = { practices: 6139, pcns: 1298, members: 7705, held: 6139, vanishing: 63 };
  it('lets a file of England’s size pass, and stops smaller ones', () => {
    expect(belowFloor(whole)).toBeNull();
    expect(belowFloor({ ...whole, practices: 5999 })).toBe('too-few-practices');
    expect(belowFloor({ ...whole, pcns: 999 })).toBe('too-few-pcns');
    expect(belowFloor({ ...whole, members: 4999 })).toBe('too-few-members');
    expect(belowFloor({ ...whole, vanishing: 307 })).toBe('too-many-missing');
    expect(belowFloor({ ...whole, vanishing: 306 })).toBeNull();
  });
});

it('a town is the last line of an address that is not a county', () => {
  expect(townOf(['THE HEALTH CENTRE', 'LAWSON STREET', 'STOCKTON ON TEES', 'CLEVELAND'])).toBe('Stockton on Tees');
  expect(townOf(['1 HIGH STREET', 'LONDON'])).toBe('London');
  expect(townOf(['1 HIGH STREET'])).toBeNull();
});

it('percentiles run from the smallest to the largest', () => {
  const all = percentiles([5, 1, 3]);
  expect([all[0], all[25], all[50], all[100], all.length]).toEqual([1, 2, 3, 5, 101]);
  expect(percentiles([])).toEqual([]);
});
