import { formatDate, formatDateTime } from '@/lib/core/dates';
import type { Facts } from '@/lib/core/result';
import type { Words } from '@/lib/core/words';
import {
  type AskingRefusal,
  MOST_MESSAGES_A_DAY,
  MOST_OPEN_REQUESTS,
  MOST_REPEATS,
  MOST_REQUESTS_A_DAY,
} from './rules/asking';
import { MOST_AT_ONCE } from './rules/bulk';
import type { PromiseKept } from './rules/deadlines';
import type { DecisionRefusal } from './rules/decide';
import type { GuardRefusal } from './rules/guard';
import type { Capacity, Operation, Standing } from './rules/machine';
import type { RemovalReason } from './schema/members';
import type { Claim, Evidence, Grade, RejectionReason } from './schema/requests';

export type Refusal =
  | DecisionRefusal
  | GuardRefusal
  | AskingRefusal
  | 'unknown-organisation'
  | 'person-gone'
  | 'changed-meanwhile'
  | 'undo-too-late'
  | 'asked-for-more-already'
  | 'nudged-recently'
  | 'too-many-messages'
  | 'no-check'
  | 'nothing-answered'
  | 'not-yours'
  | 'nothing-chosen'
  | 'too-many-chosen'
  | 'reason-missing'
  | 'pcn-decides-no-more'
  | 'no-pcn'
  | 'pcn-changed';

const when = (fact: Facts[string] | undefined) => (fact instanceof Date ? formatDateTime(fact) : 'a moment ago');

/** A sentence for each refusal. Every one leaves things as they were, and says so where one could doubt it. */
export const refusals: Words<Refusal> = {
  'not-found': 'There is no such request.',
  'own-request': 'You cannot decide on your own request. Another admin or the platform team decides.',
  'factor-needed':
    'Admins need a second step for signing in, and you have not set one up. Nothing was changed. Set it up on your security page, then decide.',
  'not-fresh': 'More than 15 minutes have passed since you confirmed that it is you. Nothing was changed.',
  'not-permitted': 'You cannot do this here. Nothing was changed.',
  'not-your-turn':
    'The admins of this organisation decide first. You can decide when 5 working days have passed without an answer.',
  'last-administrator':
    'This is the last admin of the organisation, and without one nobody there could let people in. Make somebody else an admin first. Nothing was changed.',
  'not-the-last': 'There is another admin, who stays. You can simply leave. Nothing was changed.',
  'role-above-own':
    'Admins of the PCN can let people in as members. An admin of the practice makes somebody an admin. Nothing was changed.',
  'pcn-decides-no-more': 'The practice no longer lets its PCN decide its requests. Nothing was changed.',
  'no-pcn': 'The register names no PCN of this practice now. Nothing was changed.',
  'pcn-changed': 'The register names another PCN of this practice by now. Nothing was changed: look at the page again.',
  'another-admin': 'The organisation has another admin by now, who checks its members. Nothing was changed.',
  'no-check': 'There is nothing to check any more: somebody else has finished it. Nothing was changed.',
  'nothing-answered': 'Answer for at least one person. Nothing was saved.',
  'authoriser-missing': 'Record who in the organisation authorised this and how you checked it. Nothing was changed.',
  'organisation-closed': 'The register says that this organisation is closed, so nobody can join it.',
  'not-linkable': 'The register does not list this as a GP practice or PCN that people can join.',
  'already-asked': 'You have asked already. Your request is waiting.',
  'already-invited': 'There is an invitation waiting already.',
  'already-linked': 'You are linked to this organisation already.',
  'already-decided': ({ by, at, outcome }) =>
    `This was already decided: ${outcome ?? 'decided'}${by ? ` by ${by}` : ''}, ${when(at)}. Your decision was not saved.`,
  'was-withdrawn': 'The person has withdrawn this request, so there is nothing to decide. Nothing was changed.',
  'was-expired': 'This request has expired, so there is nothing to decide. The person can ask again.',
  'not-waiting': 'No request is waiting here. Nothing was changed.',
  'not-linked': 'This person is not linked to the organisation any more. Nothing was changed.',
  'already-admin': 'This person is an admin already.',
  'not-an-admin': 'This person is not an admin. Nothing was changed.',
  'not-invited': 'There is no invitation any more. Nothing was changed.',
  'nothing-to-undo': 'This cannot be undone any more, because something else has happened since. Nothing was changed.',
  'undo-too-late': 'The 10 minutes to undo this are over, so it stands. Nothing was changed.',
  'asked-for-more-already': 'The person has been asked already and has not answered yet. Nothing was changed.',
  'nudged-recently': 'You can have the deciders reminded once in 3 working days. Nothing was sent.',
  'too-many-messages': `You have added ${MOST_MESSAGES_A_DAY} messages within 24 hours, which is as many as is possible. Nothing was saved.`,
  'not-yours': 'A colleague looks after this request. Take it yourself, or leave it with them. Nothing was changed.',
  'nothing-chosen': 'Tick the requests you want to decide. Nothing was changed.',
  'too-many-chosen': `At most ${MOST_AT_ONCE} requests can be decided with one check. Narrow the list. Nothing was changed.`,
  'reason-missing': 'Choose a reason: those who are rejected read it. Nothing was changed.',
  'cooling-down': ({ from }) =>
    `You were turned down here recently. You can ask again from ${from instanceof Date ? formatDateTime(from) : 'next week'}.`,
  'asked-too-often': `You have asked again ${MOST_REPEATS} times here, which is as often as is possible. Speak to the organisation or to the platform team.`,
  'too-many-open': `You have ${MOST_OPEN_REQUESTS} requests waiting, which is as many as one person can have. Withdraw one, or wait for an answer.`,
  'too-many-today': `You have made ${MOST_REQUESTS_A_DAY} requests within 24 hours, which is as many as one person can make. Try again tomorrow.`,
  'unknown-organisation': 'No practice or PCN has this code.',
  'person-gone':
    'This person’s account is closed or disabled, so they cannot be given anything here. Nothing was changed.',
  'changed-meanwhile': 'Something changed here while you were deciding. Nothing was saved: look at the page again.',
};

export const claimWords: Record<Claim, string> = {
  'practice-manager': 'Practice manager',
  partner: 'Partner',
  clinician: 'Other clinician',
  'pcn-staff': 'PCN staff',
  analyst: 'Analyst',
  other: 'Something else',
};

export const reasonWords: Record<RejectionReason, string> = {
  unknown: 'We do not know this person',
  left: 'They no longer work here',
  duplicate: 'They have another account that is linked already',
  elsewhere: 'They work for another organisation',
  other: 'Another reason',
};

export const removalWords: Record<RemovalReason, string> = {
  left: 'They no longer work here',
  moved: 'They work for another organisation now',
  duplicate: 'They have another account that is linked already',
  mistake: 'They were let in by mistake',
  other: 'Another reason',
};

type StandingWords = { tag: string; look: 'pending' | 'active' | 'admin' | 'rejected' | 'off' };

/** What people read of a standing. */
export const standingWords: Record<Exclude<Standing, 'none'>, StandingWords> = {
  invited: { tag: 'Pending', look: 'pending' },
  pending: { tag: 'Pending', look: 'pending' },
  member: { tag: 'Active', look: 'active' },
  admin: { tag: 'Admin', look: 'admin' },
  rejected: { tag: 'Rejected', look: 'rejected' },
  removed: { tag: 'Removed', look: 'off' },
  withdrawn: { tag: 'Withdrawn', look: 'off' },
  left: { tag: 'Left', look: 'off' },
  lapsed: { tag: 'Lapsed', look: 'off' },
  expired: { tag: 'Expired', look: 'off' },
};

/** What happened, on the timeline of a request. The people concerned read no names of deciders. */
const eventWords: Record<Operation, string> = {
  request: 'Request sent',
  invite: 'Invitation sent',
  accept: 'Invitation accepted',
  decline: 'Invitation declined',
  cancel: 'Invitation cancelled',
  'let-invitation-lapse': 'Invitation ran out',
  withdraw: 'Request withdrawn',
  'add-message': 'Message added',
  nudge: 'Reminder asked for',
  approve: 'Approved',
  reject: 'Rejected',
  'ask-for-more': 'More information asked for',
  remind: 'Deciders reminded',
  escalate: 'Platform team asked too',
  expire: 'Expired after 30 days',
  leave: 'Left',
  resign: 'Left, as the last admin',
  'step-down': 'Stepped down as admin',
  promote: 'Made an admin',
  demote: 'Made a member',
  remove: 'Removed',
  attest: 'Confirmed at the yearly check',
  'attest-self': 'Checked the list of members',
  lapse: 'Lapsed: not confirmed at the yearly check',
  'undo-approve': 'Approval taken back: the request waits again',
  'undo-reject': 'Rejection taken back: the request waits again',
  'undo-remove': 'Removal taken back',
  'undo-withdraw': 'Withdrawal taken back: the request waits again',
  'undo-leave': 'Came back at once',
};

export const actorWords: Record<string, string> = {
  self: 'the person',
  admin: 'an admin of the organisation',
  pcn: 'an admin of its PCN',
  platform: 'the platform team',
  clock: 'automatically',
  register: 'the register',
};

const gradeWords: Record<Grade, (domain: string) => string> = {
  none: () => 'The address is not confirmed.',
  consumer: domain => `Confirmed personal address (${domain}).`,
  elsewhere: domain => `Confirmed address at ${domain}.`,
  nhs: domain => `Confirmed NHS address (${domain}). It does not say which organisation.`,
  related: () => 'Confirmed address.',
  code: () => 'Confirmed NHS address that carries the organisation’s code.',
};

/** The evidence in sentences, for the decider. */
export function evidenceWords(shown: Evidence): string[] {
  const { grade, domain, colleagues, related } = shown;
  const words = [gradeWords[grade](domain)];
  if (colleagues === 0) words.push('Nobody here uses this domain.');
  if (colleagues !== null && colleagues > 0) {
    words.push(`${colleagues} active ${colleagues === 1 ? 'member uses' : 'members use'} this domain.`);
  }
  for (const { code, name, role, predecessor } of related) {
    const standing = `${role === 'admin' ? 'Admin' : 'Member'} of ${name} (${code})`;
    words.push(
      predecessor
        ? `${standing} when it closed; the register says that this organisation took it over.`
        : `${standing}.`,
    );
  }
  return words;
}

/** Reasons to look twice, as short tags. */
export function flagWords({ grade, sharedMailbox, lookAlike }: Evidence): string[] {
  return [
    ...(grade === 'consumer' ? ['Personal email'] : []),
    ...(sharedMailbox ? ['Shared mailbox'] : []),
    ...(lookAlike ? ['Not an NHS address'] : []),
  ];
}

/** The evidence as the person who asks reads it, before they ask. */
export function ownEvidenceWords({ grade, domain, sharedMailbox }: Evidence): string {
  if (sharedMailbox)
    return 'Your address reads like a shared mailbox. Use your own, or say in the message who you are.';
  if (grade === 'code') return 'Your confirmed address carries the organisation’s code. The decider sees that.';
  if (grade === 'related') return 'The decider sees which organisations you belong to already.';
  if (grade === 'nhs') return `Your confirmed address ends in ${domain}. The decider sees that.`;
  return `Your address ends in ${domain}, which does not show where you work. Say in the message how the decider can tell.`;
}

const days = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`;

export const ageWords = (age: number): string => (age === 0 ? 'Today' : days(age));

/** The promise of 5 working days, in words. */
export function promiseWords({ standing, lateDays }: PromiseKept): {
  text: string;
  look: 'plain' | 'pending' | 'rejected';
} {
  if (standing === 'on-time') return { text: 'On time', look: 'plain' };
  if (standing === 'due-today') return { text: 'Due today', look: 'pending' };
  return { text: lateDays === 0 ? 'Late' : `Late ${days(lateDays)}`, look: 'rejected' };
}

export const askAgainWords = (from: Date | null, now: Date, mayAsk: boolean): string => {
  if (!mayAsk) return 'You have asked as often as is possible.';
  return from && now < from ? `You can ask again from ${formatDate(from)}.` : 'You can ask again.';
};

export const askedWords = (age: number): string => {
  if (age === 0) return 'asked today';
  return `asked ${days(age)} ago`;
};

/** What an event is called; a name the table no longer knows is shown as it was written. */
export const operationWords = (operation: string): string =>
  Object.entries(eventWords).find(([name]) => name === operation)?.[1] ?? operation;

/** Where a request stands, in a sentence for the person who made it. */
export const ownStandingWords: Record<Exclude<Standing, 'none'>, (organisation: string) => string> = {
  invited: organisation => `You are invited to join ${organisation}.`,
  pending: organisation => `Your request to join ${organisation} is waiting for a decision.`,
  member: organisation => `You are a member of ${organisation}.`,
  admin: organisation => `You are an admin of ${organisation}.`,
  rejected: organisation => `Your request to join ${organisation} was rejected.`,
  removed: organisation => `You were removed from ${organisation}.`,
  withdrawn: organisation => `You withdrew your request to join ${organisation}.`,
  left: organisation => `You left ${organisation}.`,
  lapsed: organisation => `Your link to ${organisation} has lapsed.`,
  expired: organisation => `Nobody decided on your request to join ${organisation} in time, so it was closed.`,
};

/** What taking something back has led to, and whether anybody had been told of it. */
export function undoneWords({ as, to, told, name, organisation }: Undone): string {
  if (as === 'self') {
    return to === 'pending'
      ? `Your request to join ${organisation} waits again.`
      : `You are back in ${organisation} as ${to === 'admin' ? 'an admin' : 'a member'}.`;
  }
  const mail = told ? 'The email had left, so another one says that it was taken back.' : 'No email was sent.';
  return to === 'pending'
    ? `The request of ${name} waits again. ${mail}`
    : `${name} is back as ${to === 'admin' ? 'an admin' : 'a member'}. ${mail}`;
}

type Undone = { as: Capacity; to: Standing; told: boolean; name: string; organisation: string };

/** The promise beside every decision that can be taken back. */
export const HELD_WORDS = 'You can undo this for 10 minutes. The email leaves after that.';

/** What a change of role has led to. */
export function roleWords(role: 'admin' | 'member' | 'step-down', name: string, organisation: string): string {
  if (role === 'step-down') return `You are now a member of ${organisation}, and no longer an admin.`;
  return `${name} is now ${role === 'admin' ? 'an admin' : 'a member'} of ${organisation}. We have sent an email.`;
}

export const questionWords = (name: string): string =>
  `Your question was sent to ${name}. The request waits for the answer.`;
