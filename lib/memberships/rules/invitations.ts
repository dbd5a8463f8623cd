import type { Standing } from './machine';

const DAY = 86_400_000;

/** An invitation can be accepted for so long. */
const INVITATION_DAYS = 14;
/** How many an organisation may send: in one go, in 24 hours, and waiting at the same time. */
export const MOST_AT_ONCE = 50;
export const MOST_INVITATIONS_A_DAY = 100;
export const MOST_INVITATIONS_OPEN = 300;
/** How many mails one address gets from one organisation in a day, however often it is invited, cancelled, sent again. */
export const MOST_MAILS_TO_ADDRESS = 3;

export const invitationEnds = (from: Date): Date => new Date(from.getTime() + INVITATION_DAYS * DAY);

/**
 * What an admin learns of an address before they invite it. All of it is about their own organisation; `new` is said
 * alike of addresses with and without an account (as R18).
 */
export type Outcome = 'new' | 'member' | 'invited' | 'asked' | 'mailed-enough';

/** Where an address stands with the organisation. `invited`: an invitation to it waits and can be accepted. */
export function outcomeOf(standing: Standing, invited: boolean): Outcome {
  if (standing === 'member' || standing === 'admin') return 'member';
  if (standing === 'pending') return 'asked';
  return invited || standing === 'invited' ? 'invited' : 'new';
}

type Terms = {
  expires: Date /** Whoever invited is an admin there now, with an account that works. */;
  vouched: boolean;
};

/** Why an invitation does not hold at this moment; null when it does. It rests on the word of an admin, so it ends with that. */
export function flawOf({ expires, vouched }: Terms, now: Date): 'invitation-over' | 'inviter-gone' | null {
  if (now >= expires) return 'invitation-over';
  return vouched ? null : 'inviter-gone';
}
