import type { Comparison } from './compare';
import type { Workshop } from './workshop';

/** One measured thing beside the most or the least it may be. */
export type Criterion = { target: string; measured: string; met: boolean };

/** What a case found of one operation. */
export type Finding = {
  what: string;
  criteria: Criterion[];
  /** The runs behind it, for the table of details. */
  runs?: { limit: string; comparison: Comparison };
  /** Said below the table. */
  remark?: string;
};

/** One line of design targets: its number, what it is about, and how it is measured. */
export type Case = { number: number; title: string; run: (workshop: Workshop) => Promise<Finding[]> };

type Write = (value: number) => string;

export const atLeast = (name: string, value: number, bound: number, write: Write): Criterion => ({
  target: `${name} ≥ ${write(bound)}`,
  measured: `${name} ${write(value)}`,
  met: value >= bound,
});

export const atMost = (name: string, value: number, bound: number, write: Write): Criterion => ({
  target: `${name} ≤ ${write(bound)}`,
  measured: `${name} ${write(value)}`,
  met: value <= bound,
});

/** Share of the limit's rate, as per cent. */
export const percent: Write = value => `${(value * 100).toFixed(0)} %`;
export const times: Write = value => `${value.toFixed(2)}×`;
export const unit =
  (name: string, digits = 1): Write =>
  value =>
    `${value.toFixed(digits)} ${name}`;
