import { z } from 'zod';

export const membershipStates = [
  'invited',
  'pending',
  'active',
  'rejected',
  'removed',
  'withdrawn',
  'left',
  'lapsed',
  'expired',
] as const;
export type MembershipState = (typeof membershipStates)[number];
export type MembershipRole = 'member' | 'admin';

/** What the person says they do there; the last one is filled in by them. */
const claimKeys = ['practice-manager', 'partner', 'clinician', 'pcn-staff', 'analyst', 'other'] as const;
export type Claim = (typeof claimKeys)[number];

const reasonKeys = ['unknown', 'left', 'duplicate', 'elsewhere', 'other'] as const;
export type RejectionReason = (typeof reasonKeys)[number];

export const line = (most: number, sentence: string) =>
  z.string().trim().max(most, { message: sentence }).transform(oneLine).default('');

// Line breaks and other control characters have no place in one line of text that travels into mails.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const oneLine = (typed: string) => typed.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/** A request to be linked. The form, the action and the command know no other fields. */
export const joinRequest = z
  .object({
    code: z.string().trim().toUpperCase().max(12),
    claim: z.enum(claimKeys, { message: 'Choose what you do there' }),
    claimOther: line(80, 'What you do there must be 80 characters or fewer'),
    message: z.string().trim().max(500, { message: 'The message must be 500 characters or fewer' }).default(''),
  })
  .refine(({ claim, claimOther }) => claim !== 'other' || claimOther !== '', {
    message: 'Say in a few words what you do there',
    path: ['claimOther'],
  });
export type JoinRequest = z.infer<typeof joinRequest>;

const text = (missing: string) =>
  z.string().trim().min(1, { message: missing }).max(500, { message: 'This must be 500 characters or fewer' });

/** What the person adds to a request that waits. */
export const addedMessage = z.object({ id: z.uuid(), message: text('Write your message') });

/** What a decider wants to know before they decide. The person reads it. */
export const question = z.object({ id: z.uuid(), question: text('Write what you want to know') });

/** The id of a membership, as forms carry it. */
export const membershipId = z.object({ id: z.uuid() });

export const approval = z.object({ id: z.uuid(), role: z.enum(['member', 'admin']) });

export const rejectionReason = z.object({
  reason: z.enum(reasonKeys, { message: 'Choose a reason' }),
  reasonOther: line(300, 'The reason must be 300 characters or fewer'),
});

export const rejection = rejectionReason
  .extend({ id: z.uuid() })
  .refine(({ reason, reasonOther }) => reason !== 'other' || reasonOther !== '', {
    message: 'Write the reason: the person reads it',
    path: ['reasonOther'],
  });

/** Who in the organisation authorised a decision of the platform team, and how that was checked. */
export const authoriser = z.object({
  name: line(120, 'The name must be 120 characters or fewer').refine(Boolean, {
    message: 'Enter the name of the person who authorised it',
  }),
  position: line(120, 'Their position must be 120 characters or fewer').refine(Boolean, {
    message: 'Enter their position in the organisation',
  }),
  checked: line(500, 'The check must be 500 characters or fewer').refine(Boolean, {
    message: 'Say how you checked it, for example by calling the number on the practice’s website',
  }),
});
export type Authoriser = z.infer<typeof authoriser>;

const written = (most: number) => z.string().trim().max(most).transform(oneLine).default('');

/** A decision of the platform team. Whether an authoriser is needed is the rulebook's to say; half a one is none. */
export const platformApproval = z
  .object({
    id: z.uuid(),
    role: z.enum(['member', 'admin']).default('member'),
    name: written(120),
    position: written(120),
    checked: written(500),
  })
  .check(({ value, issues }) => {
    const parts = authoriser.safeParse(value);
    if (parts.success || !(value.name || value.position || value.checked)) return;
    for (const { message, path } of parts.error.issues) issues.push({ code: 'custom', message, path, input: value });
  });

/** How strongly something shows that a person belongs, weakest first. It is shown to the decider and approves nothing. */
export const grades = ['none', 'consumer', 'elsewhere', 'nhs', 'related', 'code'] as const;
export type Grade = (typeof grades)[number];

/** What the decider was shown, as it is stored with the decision. */
export const evidence = z.object({
  grade: z.enum(grades),
  /** The part of the address after the @. */
  domain: z.string(),
  /** Active members here whose address has the same domain; null where a domain says nothing (nhs.net, consumer mail). */
  colleagues: z.number().int().nullable(),
  /** The PCN of this practice, practices of this PCN, and organisations it took over, in which the person is active. */
  related: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      role: z.enum(['member', 'admin']),
      /** This organisation took it over, says the register. */
      predecessor: z.boolean().optional(),
    }),
  ),
  /** The local part names a function, not a person: others may read this mailbox. */
  sharedMailbox: z.boolean(),
  /** Reads like an NHS address and is none. */
  lookAlike: z.boolean(),
});
export type Evidence = z.infer<typeof evidence>;

/** Which requests of an organisation the address asks for, and after which one. Anything unknown is the first page. */
export const approvalsPage = z.object({
  show: z.enum(['', 'decided']).catch('').default(''),
  after: z
    .union([z.literal(''), z.uuid()])
    .catch('')
    .default(''),
});
export type ApprovalsPage = z.infer<typeof approvalsPage>;
