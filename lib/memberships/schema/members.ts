import { z } from 'zod';
import { line } from './requests';

export const roleChange = z.object({ id: z.uuid(), role: z.enum(['admin', 'member', 'step-down']) });

/** Why somebody is removed. They read it. */
const removalKeys = ['left', 'moved', 'duplicate', 'mistake', 'other'] as const;
export type RemovalReason = (typeof removalKeys)[number];

export const removal = z
  .object({
    id: z.uuid(),
    reason: z.enum(removalKeys, { message: 'Choose a reason' }),
    reasonOther: line(300, 'The reason must be 300 characters or fewer'),
  })
  .refine(({ reason, reasonOther }) => reason !== 'other' || reasonOther !== '', {
    message: 'Write the reason: the person reads it',
    path: ['reasonOther'],
  });

/** Leaving: nobody need take over, a colleague by their membership, or the platform team. */
export const leaving = z.object({
  id: z.uuid(),
  successor: z
    .union([z.literal(''), z.literal('platform'), z.uuid()], { message: 'Choose who takes over' })
    .default(''),
});

/** Filters of the list of members, as they stand in the URL (S10). Anything unknown falls back to the default. */
export const memberFilters = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  role: z.enum(['', 'admin', 'member']).catch('').default(''),
  state: z.enum(['', 'active', 'resting']).catch('').default(''),
  show: z.enum(['', 'invited']).catch('').default(''),
  after: z
    .union([z.literal(''), z.uuid()])
    .catch('')
    .default(''),
});
export type MemberFilters = z.infer<typeof memberFilters>;
