import type { ListSize } from '@/lib/datasets/schema';

/** The areas beside which an organisation can be put. */
export const AREAS = ['pcn', 'sub-icb', 'icb', 'england'] as const;
export type AreaId = (typeof AREAS)[number];

/** An area with its patients on the day that is shown; null where nothing was published for it. */
export type Area = { id: AreaId; code: string; name: string; size: ListSize | null };

/** What is measured: registered patients, and the share of three age groups. */
export const MEASURES = ['total', 'share0to14', 'share65plus', 'share75plus'] as const;
export type MeasureId = (typeof MEASURES)[number];
export type ShareId = Exclude<MeasureId, 'total'>;

export type Direction = 'higher' | 'lower' | 'close';

/** One measure with what it is compared with and how it lies among all of its kind in England. */
export type Measure = {
  id: MeasureId;
  value: number | null;
  reference: { name: string; value: number } | null;
  direction: Direction | null;
  /** Ends of the scale, and the middle 8 in 10. */
  spread: { low: number; from: number; to: number; high: number } | null;
  /** England as a whole for a share; the middle organisation for a number of patients. */
  england: number | null;
  /** The same measure of each practice of the PCN, without the one on the page. */
  others: { code: string; name: string; value: number }[];
};

/** The number of patients on one day of a series. */
export type Point = { period: string; total: number };

export type Change = { from: Point; to: Point; difference: number };

/** A figure as a preset keeps it, to say later how it moved. */
export type Headline = { id: string; label: string; value: number | null; unit: 'patients' | 'percent' | 'practices' };

/** A parameter of the address that could not be used. The others were kept. */
export type WrongSetting = { name: string; message: string };

/** What stands in the address of a tool. */
export type ToolSettings = { org: string | null; period: string | null; compare: AreaId };
