import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { HOUR, type Ladder, MINUTE, SECOND } from './limits';

const STEP = 30;

/** So long may pass between the password and the second factor. */
export const FACTOR_TIME = 10 * MINUTE;
/** So long may a person take with their passkey. */
export const PASSKEY_TIME = 5 * MINUTE;
/** New recovery codes wait so long to be shown, once. */
export const SHOWN_ONCE = 10 * MINUTE;

export const RECOVERY_CODES = 10;

/** Codes of one person are tried against one counter, whichever sign-in, browser or process they come through (R34). */
export const factorLadder: Ladder = {
  name: 'factor',
  free: 4,
  waits: [15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE],
  forgottenAfter: 6 * HOUR,
};

/** A secret as authenticator apps take it: 160 bits in base 32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

type Owner = { issuer: string; email: string };

/** What the QR code says. */
export const authenticatorAddress = (secret: string, { issuer, email }: Owner): string =>
  new TOTP({ issuer, label: email, secret, period: STEP, digits: 6, algorithm: 'SHA1' }).toString();

/** The time step whose code this is: the current one or a neighbour, by the server's clock. Null if it is none of them. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const current = Math.floor(now.getTime() / 1000 / STEP);
  const typed = Buffer.from(code);
  const steps = [current, current - 1, current + 1].filter(step => {
    const right = Buffer.from(codeOfStep(secret, step));
    return right.length === typed.length && timingSafeEqual(right, typed);
  });
  return steps[0] ?? null;
}

/** The six digits of a step. */
export const codeOfStep = (secret: string, step: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), period: STEP, timestamp: step * STEP * 1000 });

/** In groups of four, to be typed by hand. */
export const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

// No letter or digit that is easily taken for another.
const signs = '23456789abcdefghjkmnpqrstuvwxyz';

/** A recovery code: ten signs, which is 49 bits. `pick` is a random number below its argument. */
export function recoveryCode(pick: (below: number) => number): string {
  const code = Array.from({ length: 10 }, () => signs.charAt(pick(signs.length)));
  return `${code.slice(0, 5).join('')}-${code.slice(5).join('')}`;
}

/** A recovery code as it was typed, without what does not matter: case, spaces, dashes. */
export const plainRecoveryCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-–—]/g, '');
