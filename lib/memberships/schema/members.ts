import { z } from 'zod';
import { authoriser, line } from './requests';

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

const PERSON = /^person-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Answers of the yearly check, a field for each person: `person-<membership>` is `stays` or `gone`. */
export const checkAnswers = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform(fields => {
  const people = Object.entries(fields).flatMap(([field, answer]) => {
    const id = PERSON.exec(field)?.[1];
    return id && (answer === 'stays' || answer === 'gone') ? [{ id, stays: answer === 'stays' }] : [];
  });
  return { code: String(fields.code ?? '').toUpperCase(), people };
});
export type CheckAnswers = z.infer<typeof checkAnswers>;

/** What the platform team found out about the last admin of an organisation. */
export const checkSettling = z.object({
  id: z.uuid(),
  outcome: z.enum(['stays', 'gone'], { message: 'Choose what you found out' }),
  ...authoriser.shape,
  name: line(120, 'The name must be 120 characters or fewer').refine(Boolean, {
    message: 'Enter the name of the person who told you',
  }),
});
