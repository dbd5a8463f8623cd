import { z } from 'zod';
import { emailAddress } from '@/lib/core/address';

export const newAddress = z.object({ email: emailAddress });

/** What becomes of an organisation whose only admin leaves: a membership to hand it to, or the platform team's queue. */
const handOver = z.union([z.uuid(), z.literal('platform')], { error: 'Choose what happens' });
export type HandOver = z.infer<typeof handOver>;

/** One choice for each organisation; the fields are named `admin-A81001`. */
export const handOvers = z.record(z.string(), z.unknown()).transform(fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, HandOver][] => {
      const [, code] = /^admin-([A-Z0-9]{3,12})$/.exec(name) ?? [];
      const choice = handOver.safeParse(value);
      return code && choice.success ? [[code, choice.data]] : [];
    }),
  ),
);

/** Typed to make sure. The password is asked of whoever has one. */
export const farewell = z.looseObject({
  email: z.string({ error: 'Enter your email address' }).trim().toLowerCase().min(1, 'Enter your email address'),
  password: z.string().max(1000).default(''),
});

const MOST = 500;
const sentence = (what: string) =>
  z
    .string({ error: what })
    .trim()
    .min(1, what)
    .max(MOST, `Use ${MOST} characters or fewer`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .transform(typed => typed.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' '));

export const onePerson = z.object({ id: z.uuid() });
/** Kept in the audit, which holds no free text about people. */
export const disablingReasons = ['misuse', 'at-risk', 'asked', 'duplicate'] as const;
export type DisablingReason = (typeof disablingReasons)[number];
export const disabling = onePerson.extend({
  reason: z.enum(disablingReasons, { error: 'Choose why the account is disabled' }),
});
export const removal = onePerson.extend({ evidence: sentence('Say how you made sure who is asking') });

export const peopleFilters = z.object({
  q: z.string().trim().max(200).catch(''),
  state: z.enum(['', 'active', 'unconfirmed', 'disabled', 'closing', 'closed', 'platform']).catch(''),
  after: z.string().max(100).catch(''),
});
export type PeopleFilters = z.infer<typeof peopleFilters>;
