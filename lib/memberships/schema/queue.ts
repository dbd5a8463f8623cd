import { z } from 'zod';
import { MOST_AT_ONCE } from '../rules/bulk';
import { rejectionReason } from './requests';

const one = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .enum(values)
    .catch(values[0])
    .default(() => values[0]);

const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{0,8}$/)
  .catch('')
  .default('');

/** Filters of the platform queue, as they stand in the URL. Anything unknown falls back to the default. */
export const queueFilters = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  waiting: one(['platform', 'organisation', 'person', 'all']),
  kind: one(['', 'practice', 'pcn']),
  icb: code,
  /** One organisation, by its code. */
  org: code,
  age: one(['', 'on-time', 'due', 'late']),
  flag: one(['', 'personal', 'look-alike', 'shared', 'again', 'many', 'closed']),
  assignee: one(['', 'me', 'nobody', 'others']),
  after: z.string().max(80).catch('').default(''),
});
export type QueueFilters = z.infer<typeof queueFilters>;

/** Filters out of a part of an address. */
export const readFilters = (search: string): QueueFilters =>
  queueFilters.parse(Object.fromEntries(new URLSearchParams(search)));

export const FILTER_NAME_LENGTH = 60;

/** Keeps the filters of the page under a name. */
export const filterSaving = z.object({
  name: z
    .string()
    .trim()
    .transform(text => text.replace(/\s+/g, ' '))
    .pipe(
      z
        .string()
        .min(1, { message: 'Give these filters a name' })
        .max(FILTER_NAME_LENGTH, { message: `The name must be ${FILTER_NAME_LENGTH} characters or fewer` }),
    ),
  filters: z.string().max(2000),
});

export const savedFilterId = z.object({ id: z.uuid() });

const ticked = z.preprocess(
  sent => (sent === undefined || sent === '' ? [] : [sent].flat()),
  z.array(z.uuid()).max(MOST_AT_ONCE),
);

/** Begins a bulk decision: the ticked requests, or all that match the filters of the page they stood on. */
export const bulkStart = z.object({
  requestId: z.uuid(),
  wish: z.enum(['approve', 'reject']),
  ids: ticked,
  all: z.enum(['', 'yes']).default(''),
  /** The page's own address part: what narrowed the list. */
  filters: z.string().max(500).default(''),
});

const choice = z.enum(['approve', 'reject', 'leave']);
export type BulkChoice = z.infer<typeof choice>;

/** The checked bulk decision: one choice for each request, by its place in the list, and one reason for all rejections. */
export const bulkConfirmation = z
  .looseObject({
    id: z.uuid(),
    reason: rejectionReason.shape.reason.or(z.literal('')).default(''),
    reasonOther: rejectionReason.shape.reasonOther,
  })
  .transform(({ id, reason, reasonOther, ...rest }) => ({
    id,
    reason,
    reasonOther,
    choices: Object.entries(rest).flatMap(([name, value]): [string, BulkChoice][] => {
      const item = /^choice-([0-9a-f-]{36})$/.exec(name)?.[1];
      const chosen = choice.safeParse(value);
      return item && chosen.success ? [[item, chosen.data]] : [];
    }),
  }))
  .check(({ value, issues }) => {
    if (!value.choices.some(([, chosen]) => chosen === 'reject')) return;
    const refused = (message: string, field: string) =>
      issues.push({ code: 'custom', message, path: [field], input: value });
    if (value.reason === '') refused('Choose a reason: those who are rejected read it', 'reason');
    if (value.reason === 'other' && value.reasonOther === '')
      refused('Write the reason: the person reads it', 'reasonOther');
  });

/** What the platform team notes about a request among themselves. */
export const internalNote = z.object({
  id: z.uuid(),
  requestId: z.uuid(),
  text: z
    .string()
    .trim()
    .min(1, { message: 'Write the note' })
    .max(1000, { message: 'The note must be 1,000 characters or fewer' }),
});

export const noteId = z.object({ id: z.uuid(), note: z.uuid() });
