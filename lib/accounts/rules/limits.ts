// Every number that slows somebody down or ends something, in one place.

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long mailed things work. */
export const lasts = {
  verify: DAY,
  verifyCode: 10 * MINUTE,
  reset: HOUR,
  'change-address': DAY,
  'undo-address': 7 * DAY,
  'undo-deletion': 7 * DAY,
  'stop-factor-removal': DAY,
  /** A browser remembers the registration it began; an account that is not confirmed is removed after the same time. */
  registration: 30 * DAY,
  unsentMail: 30 * DAY,
  /** A device that was not seen for so long counts as new again. */
  knownDevice: 180 * DAY,
};

/** An export waits so long to be downloaded; one that is not ready after the second time may be asked for again. */
export const EXPORT_KEPT = 7 * DAY;
export const EXPORT_STUCK = HOUR;

/** Administrators without a second step are written to this long before their powers rest, and at most so long after. */
export const WARNED = { before: 7 * DAY, after: 7 * DAY };

/** A typed code may be tried so often; then a new email is needed. */
export const CODE_TRIES = 5;

/** Sessions: an absolute limit, and one for being idle. */
export const sessionLasts = {
  remembered: { absolute: 30 * DAY, idle: 30 * DAY },
  passing: { absolute: DAY, idle: 12 * HOUR },
};

/**
 * Waiting times after so many failures in a row: the first failures cost nothing, then each costs more, up to the last,
 * which stays. Forgotten when nothing failed for `forgottenAfter`.
 */
export type Ladder = { name: string; free: number; waits: readonly number[]; forgottenAfter: number };

/** Nobody can lock somebody out for longer than the last step, and a mailed link is the way round it. */
export const signInLadders = {
  account: {
    name: 'sign-in-account',
    free: 4,
    waits: [15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE],
    forgottenAfter: HOUR,
  },
  // A surgery often shares one address among all its people.
  client: {
    name: 'sign-in-client',
    free: 99,
    waits: [15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE],
    forgottenAfter: HOUR,
  },
} satisfies Record<string, Ladder>;

/** What one client may ask for in an hour, whoever it is for. */
export const clientLimits = {
  register: { name: 'register-client', points: 120, seconds: 3600 },
  mail: { name: 'mail-client', points: 240, seconds: 3600 },
  resetCode: { name: 'reset-code-client', points: 60, seconds: 3600 },
  passkey: { name: 'passkey-client', points: 240, seconds: 3600 },
};

const mailPauses = [MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE];
const mailsPerDay = 5;

/**
 * When the next email may go to an address that was sent some at the given times: after 1, 2, 5 and 15 minutes, at most
 * five in a day. Null when it may go now. It asks nothing about the account, so it tells nothing about it (R18).
 */
export function nextMailAt(sent: readonly Date[], now: Date): Date | null {
  const recent = sent.map(at => at.getTime()).filter(at => at > now.getTime() - DAY);
  const [first] = recent.sort((a, b) => a - b);
  const last = recent.at(-1);
  if (first === undefined || last === undefined) return null;
  const pause = mailPauses[Math.min(recent.length, mailPauses.length) - 1] ?? 0;
  const next = recent.length >= mailsPerDay ? first + DAY : last + pause;
  return next > now.getTime() ? new Date(next) : null;
}
