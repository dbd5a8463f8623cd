import { z } from 'zod';

/** What an entry is about, as the lists can be narrowed. */
export const activityGroups = [
  'requests',
  'members',
  'register',
  'downloads',
  'presets',
  'workspaces',
  'accounts',
  'sign-in',
  'factors',
  'data',
] as const;
export type ActivityGroup = (typeof activityGroups)[number];

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine(typed => !Number.isNaN(Date.parse(typed)) && new Date(typed).toISOString().startsWith(typed))
  .catch('');

/** Filters of the activity pages, as they stand in the URL. Anything unknown falls away. */
export const activityFilters = z.object({
  kind: z.enum(['', ...activityGroups]).catch(''),
  /** A part of the name of who did it or whom it was about. */
  q: z.string().trim().max(100).catch(''),
  /** One account, as a link names it. */
  person: z.union([z.literal(''), z.uuid()]).catch(''),
  /** An organisation's code, for the platform team. */
  org: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{0,8}$/)
    .catch(''),
  /** First and last day, in England. */
  from: day,
  to: day,
  after: z.string().max(80).catch(''),
});
export type ActivityFilters = z.infer<typeof activityFilters>;

/** Somebody in an entry: by name where the reader may know it, and by their account where the list can be narrowed to it. */
export type Who = { name: string; id: string | null };

/** One entry, ready to be read. */
export type Entry = {
  id: string;
  at: Date;
  who: Who;
  what: string;
  /** The person it was about, where that is somebody else. */
  about: Who | null;
  organisation: { code: string; name: string } | null;
  /** What people quote of a request: R-7F3K9. */
  reference: string | null;
  /** What it was done to, by its id. */
  subject: string | null;
  action: string;
};

export type Activity = { entries: Entry[]; next: string | null };
