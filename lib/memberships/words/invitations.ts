import type { Words } from '@/lib/core/words';
import type { DecisionRefusal } from '../rules/decide';
import type { GuardRefusal } from '../rules/guard';
import {
  MOST_AT_ONCE,
  MOST_INVITATIONS_A_DAY,
  MOST_INVITATIONS_OPEN,
  MOST_MAILS_TO_ADDRESS,
  type Outcome,
} from '../rules/invitations';
import type { MembershipRole } from '../schema/requests';
import { refusals } from '../words';

type Refusal =
  | keyof typeof refusals
  | DecisionRefusal
  | GuardRefusal
  | 'invitation-over'
  | 'inviter-gone'
  | 'too-many-at-once'
  | 'too-many-invitations'
  | 'sent-again-already'
  | 'mailed-enough';

/** A sentence for whoever invites or manages invitations. */
export const invitationRefusals: Words<Refusal> = {
  ...refusals,
  'not-found': 'There is no such invitation any more. It may have been answered, cancelled or have run out.',
  'factor-needed':
    'Admins need a second step for signing in, and you have not set one up. Nothing was sent. Set it up on your security page, then try again.',
  'organisation-closed': 'The register says that this organisation is closed, so nobody can be invited to it.',
  'invitation-over': 'This invitation has run out. Nothing was sent: invite the address again.',
  'inviter-gone':
    'Whoever sent this invitation is no longer an admin, so it cannot be accepted. Cancel it, or invite the address again in your name.',
  'too-many-at-once': `You can invite up to ${MOST_AT_ONCE} addresses at once. Nothing was sent.`,
  'too-many-invitations': `An organisation can send ${MOST_INVITATIONS_A_DAY} invitations in 24 hours and have ${MOST_INVITATIONS_OPEN} waiting. Nothing was sent: invite fewer, or try again tomorrow.`,
  'sent-again-already': 'This invitation was sent a second time already. Nothing was sent.',
  'mailed-enough': `This address has had ${MOST_MAILS_TO_ADDRESS} invitations from here today. Nothing was sent: try again tomorrow.`,
};

/** The same for the person who was invited. */
export const answerRefusals: Words<Refusal> = {
  ...invitationRefusals,
  'not-invited': 'This invitation is over: it was answered, cancelled, or has run out. Nothing was changed.',
  'invitation-over': 'This invitation has run out. Nothing was changed. You can ask to join instead.',
  'inviter-gone':
    'Whoever invited you is no longer an admin there, so the invitation cannot be accepted. You can ask to join, or be invited again.',
  'organisation-closed': 'The register says that this organisation is closed, so nobody can join it.',
};

/** What the check page says of an address. */
export const outcomeWords: Record<Outcome, string> = {
  new: 'Gets an invitation',
  member: 'Belongs to it already',
  invited: 'Has an invitation that waits',
  asked: 'Has asked to join',
  'mailed-enough': 'Has had as many invitations today as is possible',
};

const people = (count: number) => `${count} ${count === 1 ? 'invitation' : 'invitations'}`;

/** What has become of a list that was sent. */
export function sentWords(outcomes: readonly { address: string; outcome: Outcome | 'sent' }[]): string {
  const sent = outcomes.filter(({ outcome }) => outcome === 'sent').length;
  const not = outcomes.flatMap(({ address, outcome }) =>
    outcome === 'sent' || outcome === 'new' ? [] : [`${address} (${outcomeWords[outcome].toLowerCase()})`],
  );
  const told = sent === 0 ? 'No invitation was sent.' : `${people(sent)} ${sent === 1 ? 'was' : 'were'} sent.`;
  return not.length === 0 ? told : `${told} Left out: ${not.join(', ')}.`;
}

export const roleOffered = (role: MembershipRole): string => (role === 'admin' ? 'an admin' : 'a member');

export const sendWords = (count: number): string => `Send ${people(count)}`;

/** What has become of one invitation. */
export const managedWords = (verb: 'again' | 'cancel', address: string): string =>
  verb === 'again'
    ? `The invitation to ${address} was sent again. The link in the first email no longer works.`
    : `The invitation to ${address} is cancelled, and the address is deleted. The link in the email no longer works.`;

export const placeWords = { practice: 'Practice', pcn: 'PCN' };
