import { z } from 'zod';
import { emailAddress } from '@/lib/core/address';
import { MAX_PASSWORD, MIN_PASSWORD } from './rules/password-length';

const MAX_NAME = 100;

// Names stand in mails and on pages of other people: nothing in them may act as a link, a tag, a header or a hidden
// direction of reading (R27).
const tricks = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>{}[\]|\\/@:;=]|[^\s.]{2,}\.\p{L}{2,}/u;

/** A person's name as they write it, with single spaces. */
export const personName = z
  .string({ error: 'Enter your full name' })
  .transform(typed => typed.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1, 'Enter your full name')
      .max(MAX_NAME, `Name must be ${MAX_NAME} characters or fewer`)
      .refine(name => !tricks.test(name), 'Name must not contain a web address or signs such as < > / @')
      .refine(name => name === '' || /\p{L}/u.test(name), 'Enter your full name')
      .transform(name => name.replace(/\s+/gu, ' ')),
  );

/** Exactly as typed: no trimming. The lists of common passwords are asked on the server. */
export const newPassword = z
  .string({ error: 'Enter a password' })
  .min(1, 'Enter a password')
  .refine(typed => typed === '' || [...typed.normalize('NFKC')].length >= MIN_PASSWORD, {
    message: `Password must be ${MIN_PASSWORD} characters or more`,
  })
  .max(MAX_PASSWORD, `Password must be ${MAX_PASSWORD} characters or fewer`);

const currentPassword = z.string({ error: 'Enter your password' }).min(1, 'Enter your password');
/** Where to go on afterwards; checked by returnPath() where it is used. */
const next = z.string().max(2000).optional();

export const registration = z.object({ name: personName, email: emailAddress, password: newPassword, next });
export const signInDetails = z.object({
  email: emailAddress,
  password: currentPassword,
  remember: z.literal('on').optional(),
  next,
});
export const oneAddress = z.object({ email: emailAddress });
export const oneName = z.object({ name: personName });
export const replacement = z.object({ password: newPassword });
export const passwordChange = z.object({ current: currentPassword, password: newPassword });

/** Six digits, however they were spaced. */
export const typedCode = z.object({
  code: z
    .string({ error: 'Enter the 6-digit code' })
    .transform(typed => typed.normalize('NFKC').replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Enter the 6-digit code')),
});

/** Only the password, to prove who one is. */
export const onePassword = z.object({ password: currentPassword, next });

/** Six digits of an authenticator app, and where to go on. */
export const factorCode = typedCode.extend({ next });

/** One of the codes that were written down, however it was typed. */
export const typedRecoveryCode = z.object({
  recovery: z.string({ error: 'Enter a recovery code' }).trim().min(1, 'Enter a recovery code').max(100),
  next,
});

/** What the browser's own dialogue answered; read in full by the library that checks it. */
export const passkeyAnswer = z.object({
  answer: z.string({ error: 'The passkey gave no answer' }).min(1, 'The passkey gave no answer').max(20_000),
  next,
});

const MAX_PASSKEY_NAME = 60;
const passkeyName = z
  .string({ error: 'Enter a name for the passkey' })
  .transform(typed => typed.normalize('NFC').trim().replace(/\s+/gu, ' '))
  .pipe(
    z
      .string()
      .min(1, 'Enter a name for the passkey')
      .max(MAX_PASSKEY_NAME, `Name must be ${MAX_PASSKEY_NAME} characters or fewer`)
      .refine(name => !tricks.test(name), 'Name must not contain a web address or signs such as < > / @'),
  );
export const newPasskey = z.object({ name: passkeyName, answer: passkeyAnswer.shape.answer });
export const renamedPasskey = z.object({ name: passkeyName, id: z.uuid() });
export const oneOf = z.object({ id: z.uuid() });

/** A form that is one button. */
export const nothing = z.object({});

export type Registration = z.output<typeof registration>;
export type SignInDetails = z.output<typeof signInDetails>;
