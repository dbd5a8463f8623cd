import { z } from 'zod';
import type { Facts } from '@/lib/core/result';
import type { OrganisationKind } from '@/lib/organisations/schema';

/** The published files this installation can hold, in the order in which they build on each other. */
export const DATASETS = [
  'practice-map',
  'practice-register',
  'pcn-register',
  'pcn-members',
  'successors',
  'list-sizes',
] as const;
export type DatasetId = (typeof DATASETS)[number];

/** Five-year bands of age, 0–4 first, 95 and over last. */
export const BAND_COUNT = 20;

/** What a figure is based on: printed beside it, and kept with presets. */
export type Vintage = {
  dataset: DatasetId;
  /** ISO day that the figures describe. */
  period: string | null;
  loadId: string;
  loadedAt: Date;
  fileName: string;
  demonstration: boolean;
};

/** Registered patients of one organisation on one ISO day. */
export type ListSize = { code: string; period: string; total: number; male: number[]; female: number[] };

/** How practices or PCNs of England spread: each array holds the percentiles 0 to 100; shares run from 0 to 1. */
export type Distribution = {
  kind: 'practice' | 'pcn';
  period: string;
  count: number;
  total: number[];
  share0to14: number[];
  share65plus: number[];
  share75plus: number[];
};

export type KindCounts = Partial<Record<OrganisationKind, number>>;

/** What one load did, or would do on a dry run. Stored with the load and printed by the command. */
export type ImportReport = {
  dataset: DatasetId;
  fileName: string;
  period: string;
  sha256: string;
  rows: number;
  /** Organisations by kind. */
  added: KindCounts;
  changed: KindCounts;
  /** Closed by the register, or no longer in it. */
  closed: KindCounts;
  /** List sizes, membership spells or successions written. */
  figuresAdded: number;
  figuresChanged: number;
  /** What happened to organisations that people can belong to, beyond the counts above. */
  events: Partial<Record<RegisterEvent, number>>;
  /** Rows left aside, by reason. */
  skipped: Partial<Record<SkipReason, number>>;
  /** Patients in England, where the file counts them. */
  patients: number | null;
  nothingChanged: boolean;
  replacedDemonstration: boolean;
  dryRun: boolean;
  milliseconds: number;
};

/** What a load can change about an organisation that people belong to. */
export type RegisterEvent = 'closed' | 'reopened' | 'succeeded' | 'renamed' | 'moved-pcn' | 'moved-icb';

/** The job that tells people what a load changed about their organisations. */
export const FOLLOW_REGISTER = 'follow-register';

export type SkipReason =
  | 'not-a-practice'
  | 'not-in-england'
  | 'no-pcn'
  | 'unknown-organisation'
  | 'unknown-status'
  | 'still-open'
  | 'total-row';

export type ImportRefusal =
  | 'not-permitted'
  | 'busy'
  | 'no-such-file'
  | 'html'
  | 'damaged'
  | 'too-large'
  | 'not-one-file'
  | 'empty'
  | 'unknown-layout'
  | 'wrong-width'
  | 'bad-value'
  | 'duplicate'
  | 'mixed-dates'
  | 'does-not-add-up'
  | 'too-few-practices'
  | 'too-few-pcns'
  | 'too-few-members'
  | 'too-many-missing'
  | 'older'
  | 'register-first'
  | 'register-not-empty'
  | 'database-lost'
  | 'end-unknown';

export type ImportStage = 'reading' | 'checking' | 'writing' | 'finishing';
export type Progress = { stage: ImportStage; rows: number };

/** Where an import that was asked for stands. */
export type ImportState =
  | 'waiting'
  | 'checking'
  | 'to-confirm'
  | 'confirmed'
  | 'loading'
  | 'loaded'
  | 'unchanged'
  | 'refused'
  | 'failed'
  | 'discarded';

/** The queue of imports, and the one that asks for what is published once a week. */
export const IMPORT_QUEUE = 'dataset-import';
export const WEEKLY_QUEUE = 'datasets-weekly';

export type AskedImport = {
  id: string;
  source: 'upload' | 'fetch' | 'schedule';
  dataset: DatasetId | null;
  /** again: the last try failed, and the queue runs another. */
  state: ImportState | 'again';
  /** When the next try begins. */
  again: Date | null;
  fileName: string;
  size: number;
  stage: ImportStage | null;
  rows: number;
  /** What it changes, or changed. */
  reports: ImportReport[];
  /** Why it was not loaded, what stood in the way of the last try, or what should be looked at first. */
  refusal: { refusal: ImportRefusal | 'unreachable' | 'our-side'; facts: Facts } | null;
  askedBy: string | null;
  askedAt: Date;
  changedAt: Date;
};

/** One dataset as the platform team sees it. */
export type DatasetStatus = {
  dataset: DatasetId;
  url: string | null;
  loads: number;
  current: {
    period: string | null;
    rows: number;
    fileName: string;
    at: Date;
    by: string | null;
    demonstration: boolean;
  } | null;
};

/** One load in the history of a dataset, refused ones too. */
export type PastLoad = {
  id: string;
  state: 'loaded' | 'refused';
  current: boolean;
  period: string | null;
  rows: number;
  fileName: string;
  at: Date;
  by: string | null;
  demonstration: boolean;
  report: Partial<ImportReport> & { refusal?: ImportRefusal; facts?: Facts };
};

export const datasetId = z.enum(DATASETS);
export const sourceForm = z.object({
  dataset: datasetId,
  url: z.string().trim().max(500, { message: 'The address must be 500 characters or fewer' }),
});
export const importDecision = z.object({ id: z.uuid(), force: z.literal('on').optional() });
