import { csv, downloadedOn } from '@/lib/core/csv';
import { BANDS } from '@/lib/datasets/words';
import { kindWords } from '@/lib/organisations/words';
import type { Member } from '../pcn-list-sizes/rules';
import { MEASURES } from '../schema';
import { areaKinds, measureNames, sourceOf } from '../words';
import { amountOf } from './people';
import type { Profile } from './profile';

const HEAD = [
  'organisation_code',
  'organisation_name',
  'organisation_type',
  'period',
  'measure',
  'sex',
  'age',
  'value',
  'unit',
  'source',
];

/** Everything a tool shows of an organisation, one figure a row, with whose and of when it is in each row. */
export function profileCsv(profile: Profile, members: readonly Member[] = []): string {
  const { organisation, period, size, series, areas } = profile;
  const row = rowsFrom(sourceOf(profile.vintage));
  const own = row(organisation.code, organisation.name, kindWords[organisation.kind]);
  return csv(HEAD, [
    ...series.map(point => own({ period: point.period, measure: 'total', value: point.total })),
    ...(['male', 'female'] as const).flatMap(sex =>
      BANDS.map((band, index) =>
        own({ period, measure: 'age', sex, age: inWords(band), value: size[sex][index] ?? 0 }),
      ),
    ),
    ...measures(size, own, period),
    ...areas.flatMap(({ code, name, id, size: there }) =>
      there ? measures(there, row(code, name, areaKinds[id]), period) : [],
    ),
    ...members.flatMap(({ organisation: practice, total, change }) => {
      const of = row(practice.code, practice.name, kindWords[practice.kind]);
      return [
        of({ period, measure: 'total', value: total }),
        ...(change ? [of({ period: change.from.period, measure: 'total', value: change.from.total })] : []),
      ];
    }),
  ]);
}

/** `practice-overview_A81001_2026-07_downloaded-2026-11-22.csv`: what, of whom, of when, and when it was taken. */
export function csvName({ tool, code, period, on }: { tool: string; code: string; period: string; on: Date }): string {
  return `${tool}_${code}_${period.slice(0, 7)}_${downloadedOn(on)}.csv`;
}

type Row = (string | number | null)[];

type Cell = { period: string; measure: keyof typeof names; value: number | null; sex?: string; age?: string };

const rowsFrom =
  (source: string) =>
  (code: string, name: string, kind: string) =>
  ({ period, measure, value, sex = '', age = '' }: Cell): Row => [
    code,
    name,
    kind,
    period,
    names[measure],
    sex,
    age,
    value,
    measure === 'total' || measure === 'age' ? 'patients' : 'share of all patients',
    source,
  ];

const names = { ...measureNames, age: 'Registered patients by age and sex' };

function measures(size: Profile['size'], of: (cell: Cell) => Row, period: string): Row[] {
  return MEASURES.map(measure => of({ period, measure, value: amountOf(measure, size) }));
}

// A spreadsheet would read 5–9 or 5-9 as the ninth of May.
const inWords = (band: string) => (band.endsWith('+') ? `${band.slice(0, -1)} and over` : band.replace('–', ' to '));
