import type { Distribution, ListSize, Vintage } from '@/lib/datasets/schema';
import { ENGLAND, type Organisation } from '@/lib/organisations/schema';
import type { Area, AreaId, Change, Headline, Measure, Point } from '../schema';
import { MEASURES } from '../schema';
import { measureNames } from '../words';
import { amountOf, measure, shareOf } from './people';
import { lastChange, missingDays, periodOf, sameGrowth, seriesOf, wholeChange } from './series';

/** What was read for one organisation: its figures, those of its areas and of the practices of its PCN. */
export type Figures = {
  organisation: Organisation;
  /** Practices of the PCN (its own, when it is one). */
  members: Organisation[];
  /** All of them, on every day that is held. */
  sizes: ListSize[];
  vintage: Vintage | null;
  distribution: Distribution | null;
};

/** An organisation on one day, ready to be shown. */
export type Profile = {
  organisation: Organisation;
  period: string;
  periods: string[];
  size: ListSize;
  series: Point[];
  missing: string[];
  /** The first list, grown as the comparator did. */
  expected: Point[];
  last: Change | null;
  whole: Change | null;
  areas: Area[];
  comparator: Area | null;
  measures: Measure[];
  vintage: Vintage | null;
};

/** Nothing to show, and why: never a zero. */
export type Blank = {
  organisation: Organisation;
  why: 'nothing-loaded' | 'never-published' | 'not-on-that-day';
  period: string | null;
  /** The newest day with figures. */
  newest: string | null;
};

export type Shown = { ok: true; profile: Profile } | { ok: false; blank: Blank };

/** The days for which figures are held, oldest first: England has figures on each of them. */
export const heldPeriods = (sizes: readonly ListSize[]): string[] =>
  sizes.filter(size => size.code === ENGLAND).map(size => size.period);

export function profileOf(figures: Figures, wanted: { period: string | null; compare: AreaId }): Shown {
  const { organisation, sizes, vintage, distribution } = figures;
  const periods = heldPeriods(sizes);
  const period = periodOf(wanted.period, periods) ?? periods.at(-1) ?? null;
  const own = sizes.filter(size => size.code === organisation.code);
  const size = own.find(one => one.period === period);
  if (!period || !size || size.total === 0) {
    return { ok: false, blank: { organisation, why: whyBlank(periods, own), period, newest: newestOf(own) } };
  }
  const areas = areasOf(organisation, sizes, period);
  const comparator = areas.find(area => area.id === wanted.compare && area.size) ?? englandOf(areas);
  const series = seriesOf(sizes, organisation.code, period);
  return {
    ok: true,
    profile: {
      organisation,
      period,
      periods,
      size,
      series,
      missing: missingDays(series),
      expected: comparator ? sameGrowth(series, seriesOf(sizes, comparator.code, period)) : [],
      last: lastChange(series),
      whole: wholeChange(series),
      areas,
      comparator,
      measures: MEASURES.map(id =>
        measure(id, {
          size,
          distribution,
          reference: referenceOf(id, comparator, figures, period),
          england: id === 'total' ? (distribution?.total[50] ?? null) : shareOfEngland(areas, id),
          others: othersOf(id, figures, period),
        }),
      ),
      vintage,
    },
  };
}

/** What a preset keeps of it. */
export const headlineOf = (profile: Profile): Headline[] =>
  profile.measures.map(({ id, value }) => ({
    id,
    label: measureNames[id],
    value,
    unit: id === 'total' ? 'patients' : 'percent',
  }));

function areasOf(organisation: Organisation, sizes: readonly ListSize[], period: string): Area[] {
  const at = (code: string) => sizes.find(size => size.code === code && size.period === period) ?? null;
  const parents: [AreaId, { code: string; name: string } | null][] = [
    ['pcn', organisation.kind === 'practice' ? organisation.pcn : null],
    ['sub-icb', organisation.subIcb],
    ['icb', organisation.icb],
    ['england', { code: ENGLAND, name: 'England' }],
  ];
  return parents.flatMap(([id, parent]) => (parent ? [{ id, ...parent, size: at(parent.code) }] : []));
}

const englandOf = (areas: readonly Area[]) => areas.find(area => area.id === 'england' && area.size) ?? null;

// A list cannot be compared with the patients of a whole area, only with the lists in it: the average one of the PCN,
// or the middle one of England.
function referenceOf(id: Measure['id'], comparator: Area | null, figures: Figures, period: string) {
  if (id !== 'total') {
    const share = comparator?.size ? shareOf(comparator.size, id) : null;
    return comparator && share !== null ? { name: comparator.name, value: share } : null;
  }
  if (comparator?.id === 'pcn') {
    const lists = memberSizes(figures, period);
    if (lists.length > 0) return { name: `the average practice in ${comparator.name}`, value: average(lists) };
  }
  const middle = figures.distribution?.total[50];
  const kind = figures.organisation.kind === 'pcn' ? 'PCN' : 'practice';
  return middle === undefined ? null : { name: `the middle ${kind} in England`, value: middle };
}

function othersOf(id: Measure['id'], figures: Figures, period: string): Measure['others'] {
  // The list of a practice and that of a PCN are numbers of different kinds.
  if (id === 'total' && figures.organisation.kind === 'pcn') return [];
  return figures.members.flatMap(({ code, name }) => {
    const size = figures.sizes.find(one => one.code === code && one.period === period);
    const value = size && code !== figures.organisation.code ? amountOf(id, size) : null;
    return value === null ? [] : [{ code, name, value }];
  });
}

function memberSizes({ members, sizes }: Figures, period: string): number[] {
  const codes = new Set(members.map(member => member.code));
  return sizes.filter(size => codes.has(size.code) && size.period === period).map(size => size.total);
}

function shareOfEngland(areas: readonly Area[], id: Exclude<Measure['id'], 'total'>): number | null {
  const england = englandOf(areas)?.size;
  return england ? shareOf(england, id) : null;
}

const average = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const newestOf = (own: readonly ListSize[]) => own.findLast(size => size.total > 0)?.period ?? null;

function whyBlank(periods: readonly string[], own: readonly ListSize[]): Blank['why'] {
  if (periods.length === 0) return 'nothing-loaded';
  return newestOf(own) ? 'not-on-that-day' : 'never-published';
}
