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
