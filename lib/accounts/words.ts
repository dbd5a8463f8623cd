import { formatTime } from '@/lib/core/dates';
import type { Facts } from '@/lib/core/result';
import type { Words } from '@/lib/core/words';
import { MOST_PASSKEYS } from './rules/passkey-limit';
import type { PasswordRefusal } from './rules/password';
import { MAX_PASSWORD, MIN_PASSWORD } from './rules/password-length';

const againAt = ({ until }: Facts) =>
  until instanceof Date ? `Try again at ${formatTime(until)}.` : 'Try again in a few minutes.';

type Slowed = 'slow-down' | 'busy';

const slowed: Words<Slowed> = {
  'slow-down': facts => `Too many tries from your network. Nothing was changed. ${againAt(facts)}`,
  busy: 'Too many people are signing in at this moment. Nothing was changed. Try again in a minute.',
};

const passwordWords: Words<PasswordRefusal> = {
  'password-short': `Password must be ${MIN_PASSWORD} characters or more`,
  'password-long': `Password must be ${MAX_PASSWORD} characters or fewer`,
  'password-name': 'Password must not contain your name. Choose another',
  'password-address': 'Password must not contain your email address. Choose another',
  'password-service': 'Password must not contain the name of this service. Choose another',
  'password-organisation': 'Password must not contain the name or code of your organisation. Choose another',
  'password-common': 'This password is too common or too easy to guess. Choose another',
};

/** Where a password's refusal stands in a form. */
export const passwordField = {
  'password-short': 'password',
  'password-long': 'password',
  'password-name': 'password',
  'password-address': 'password',
  'password-service': 'password',
  'password-organisation': 'password',
  'password-common': 'password',
} satisfies Record<PasswordRefusal, string>;

export type RegisterRefusal = PasswordRefusal | Slowed;
export const registerWords: Words<RegisterRefusal> = { ...passwordWords, ...slowed };

export type SignInRefusal = 'wrong' | 'wait' | 'suspended' | 'busy';
export const signInWords: Words<SignInRefusal> = {
  wrong: 'Email or password is not right',
  wait: facts =>
    `There were too many tries that were not right. ${againAt(facts)} A new password by email is the way round.`,
  suspended: 'This account is suspended. Ask the operator of this service for help.',
  busy: slowed.busy,
};

/** Why somebody finds themselves on the sign-in page, by what the address says. */
export const signInReasons: Record<string, { tone: 'done' | 'important'; text: string } | undefined> = {
  'signed-out': { tone: 'done', text: 'You are signed out.' },
  'new-password': {
    tone: 'done',
    text: 'Your password is changed and you are signed out everywhere. Sign in with the new one.',
  },
  deleted: { tone: 'done', text: 'The registration is deleted.' },
  'too-late': { tone: 'important', text: 'The time to finish signing in has passed. Sign in again.' },
  'not-sent': {
    tone: 'important',
    text: 'You were signed out while the page was open, so nothing was changed. Sign in and send it again. The form may still have what you typed.',
  },
};

export type RegistrationRefusal = 'no-registration' | 'confirmed-already' | 'not-yet' | 'slow-down';
export const registrationWords: Words<RegistrationRefusal> = {
  'no-registration': 'This browser no longer remembers a new account. Create the account again, or sign in.',
  'confirmed-already': 'This address is confirmed already. Sign in.',
  'not-yet': ({ until }) =>
    until instanceof Date ? `You can send another at ${formatTime(until)}` : 'You cannot send another email yet',
  'slow-down': slowed['slow-down'],
};

export type CodeRefusal = 'no-registration' | 'wrong-code' | 'code-used-up';
export const codeWords: Words<CodeRefusal> = {
  'no-registration': registrationWords['no-registration'],
  'wrong-code': 'That code is not right or has expired',
  'code-used-up': 'That code was tried too often. Send another email and use the new code',
};

export type LinkRefusal = 'link-unknown' | 'link-expired' | 'link-superseded' | 'link-spent';

export const linkWords: Words<LinkRefusal> = {
  'link-unknown': 'The link may be incomplete: some email programs break long lines',
  'link-expired': 'The link has expired',
  'link-superseded': ({ until }) =>
    until instanceof Date
      ? `A newer email was sent at ${formatTime(until)}. Use that one.`
      : 'A newer email was sent. Use that one.',
  'link-spent': 'The link was used already',
};

export type ResetRefusal = PasswordRefusal | LinkRefusal | 'busy';
export const resetWords: Words<ResetRefusal> = { ...passwordWords, ...linkWords, busy: slowed.busy };

export type ResetCodeRefusal = 'not-asked' | 'wrong-code' | 'code-used-up' | 'slow-down';
export const resetCodeWords: Words<ResetCodeRefusal> = {
  'not-asked': 'This browser no longer knows which address you asked for. Ask for the email again.',
  'wrong-code': codeWords['wrong-code'],
  'code-used-up': codeWords['code-used-up'],
  'slow-down': slowed['slow-down'],
};

export type AskRefusal = 'slow-down';
export const askWords: Words<AskRefusal> = { 'slow-down': slowed['slow-down'] };

export type PasswordChangeRefusal = PasswordRefusal | 'not-current' | 'wait' | 'busy';
export const passwordChangeWords: Words<PasswordChangeRefusal> = {
  ...passwordWords,
  'not-current': 'Your current password is not right',
  wait: signInWords.wait,
  busy: slowed.busy,
};

export type SetupRefusal = 'setup-over' | 'setup-code';
export const setupWords: Words<SetupRefusal> = {
  'setup-over': 'There is a platform administrator already. Nothing was changed.',
  'setup-code': 'This set-up link is no longer the newest. Use the one the server printed when it last started.',
};

export type GrantRefusal = 'no-account' | 'not-confirmed' | 'is-already';
export const grantWords: Words<GrantRefusal> = {
  'no-account': 'There is no account with this address. The person creates one first.',
  'not-confirmed': 'The address of this account is not confirmed yet.',
  'is-already': 'This person is a platform administrator already.',
};

const notFresh = 'More than 15 minutes have passed since you confirmed that it is you. Nothing was changed.';
const noPasskey = 'The passkey was not accepted. Nothing was changed. Try again, or use another way.';

/** A code, recovery code or passkey that was offered as proof. */
export type ProofRefusal = 'wrong-code' | 'code-spent' | 'wrong-recovery-code' | 'passkey-refused' | 'wait';
const proofWords: Words<ProofRefusal> = {
  'wrong-code': 'That code is not right. Use the one your app shows now',
  'code-spent': 'That code was used already. Wait for the next one, which takes up to 30 seconds',
  'wrong-recovery-code': 'That recovery code is not right or was used already',
  'passkey-refused': noPasskey,
  wait: facts => `There were too many tries that were not right. ${againAt(facts)}`,
};

export type SecondStepRefusal = ProofRefusal | 'sign-in-over' | 'suspended';
export const secondStepWords: Words<SecondStepRefusal> = {
  ...proofWords,
  'sign-in-over': 'The time to finish signing in has passed. Nobody was signed in. Begin again with your password.',
  suspended: signInWords.suspended,
};

export type PasskeySignInRefusal = 'passkey-refused' | 'suspended' | 'slow-down';
export const passkeySignInWords: Words<PasskeySignInRefusal> = {
  'passkey-refused': 'The passkey was not accepted, and nobody was signed in. Try again, or use your password.',
  suspended: signInWords.suspended,
  'slow-down': slowed['slow-down'],
};

export type ConfirmRefusal = ProofRefusal | 'not-your-password' | 'busy' | 'session-over';
export const confirmWords: Words<ConfirmRefusal> = {
  ...proofWords,
  'not-your-password': 'Your password is not right',
  busy: slowed.busy,
  'session-over': 'This session has ended. Sign in again.',
};

/** Where the refusal of a proof stands in a form. */
export const proofField = {
  'wrong-code': 'code',
  'code-spent': 'code',
  'wrong-recovery-code': 'recovery',
  'not-your-password': 'password',
};

export type FactorRefusal =
  | 'not-fresh'
  | 'have-authenticator'
  | 'no-authenticator'
  | 'wrong-code'
  | 'passkey-refused'
  | 'passkey-known'
  | 'too-many-passkeys'
  | 'no-passkey'
  | 'no-factor';
export const factorWords: Words<FactorRefusal> = {
  'not-fresh': notFresh,
  'have-authenticator': 'An authenticator app is set up already. Remove it first, then set up another.',
  'no-authenticator': 'No authenticator app is being set up. Begin again from the security page.',
  'wrong-code': proofWords['wrong-code'],
  'passkey-refused': noPasskey,
  'passkey-known': 'This passkey is on the list already.',
  'too-many-passkeys': `You have ${MOST_PASSKEYS} passkeys, which is as many as one account can have. Remove one first.`,
  'no-passkey': 'This passkey is not on your list any more.',
  'no-factor': 'Recovery codes stand in for an authenticator app or a passkey. Set one of them up first.',
};

export type SessionRefusal = 'not-fresh' | 'no-session';
export const sessionWords: Words<SessionRefusal> = {
  'not-fresh': notFresh,
  'no-session': 'This device is signed out already.',
};

/** What happened to the ways of signing in, for notices, mails and the audit. */
export const factorChanges = {
  'authenticator-added': 'An authenticator app was set up',
  'authenticator-removed': 'The authenticator app was removed',
  'passkey-added': 'A passkey was added',
  'passkey-removed': 'A passkey was removed',
  'recovery-codes-made': 'New recovery codes were made',
};
export type FactorChange = keyof typeof factorChanges;

/** What a new password did to other devices. */
export function devicesWords(ended: number): string {
  if (ended === 0) return 'No other device was signed in.';
  return ended === 1 ? '1 other device was signed out.' : `${ended} other devices were signed out.`;
}
