import { formatTime } from '@/lib/core/dates';
import type { Words } from '@/lib/core/words';
import type { DisablingReason } from '../schema/leaving';
import { codeWords, type LinkRefusal, linkWords, passwordChangeWords, registrationWords } from '../words';

export type OwnPasswordRefusal = 'not-current' | 'wait' | 'busy';
const ownPasswordWords: Words<OwnPasswordRefusal> = {
  'not-current': 'Your password is not right',
  wait: passwordChangeWords.wait,
  busy: passwordChangeWords.busy,
};

const notFresh = 'More than 15 minutes have passed since you confirmed that it is you. Nothing was changed.';

export type AddressChangeRefusal = 'not-fresh' | 'same-address' | 'slow-down' | 'not-yet';
export const addressChangeWords: Words<AddressChangeRefusal> = {
  'not-fresh': notFresh,
  'same-address': 'This is your address already. Enter another one',
  'slow-down': registrationWords['slow-down'],
  'not-yet': ({ until }) =>
    until instanceof Date
      ? `We sent an email to this address a short while ago. You can send another at ${formatTime(until)}`
      : 'We sent an email to this address a short while ago. You cannot send another yet',
};

export type AddressCodeRefusal = 'nothing-waits' | 'wrong-code' | 'code-used-up';
export const addressCodeWords: Words<AddressCodeRefusal> = {
  'nothing-waits': 'No new address is waiting any more. Your address is as it was.',
  'wrong-code': codeWords['wrong-code'],
  'code-used-up': codeWords['code-used-up'],
};

export type UndoAddressRefusal = LinkRefusal | 'address-taken';
export const undoAddressWords: Words<UndoAddressRefusal> = {
  ...linkWords,
  'address-taken':
    'Somebody has made a new account with this address meanwhile, so it cannot be put back. Ask the operator of this service for help.',
};

export type ExportRefusal = 'not-fresh' | 'one-is-made';
export const exportWords: Words<ExportRefusal> = {
  'not-fresh': notFresh,
  'one-is-made': 'An export is being made already. Its page shows when it is ready.',
};

export type CloseRefusal =
  | OwnPasswordRefusal
  | 'not-fresh'
  | 'other-address'
  | 'last-administrator'
  | 'hand-over-gone'
  | 'last-platform-administrator'
  | 'closing-already';

export const closeWords: Words<CloseRefusal> = {
  ...ownPasswordWords,
  'not-fresh': notFresh,
  'other-address': 'This is not the address of your account',
  'last-administrator': ({ organisation }) =>
    `You are the only admin of ${organisation}. Choose what happens there first. Nothing was deleted.`,
  'hand-over-gone': ({ organisation }) =>
    `The person you chose for ${organisation} cannot become its admin any more. Choose again. Nothing was deleted.`,
  'last-platform-administrator':
    'You are the only platform administrator. Make somebody else one first. Nothing was deleted.',
  'closing-already': 'This account is closed already.',
};

export type ReopenRefusal = LinkRefusal | 'disabled';
export const reopenWords: Words<ReopenRefusal> = {
  ...linkWords,
  disabled: 'This account is suspended. Ask the operator of this service for help.',
};

export type PeopleRefusal =
  | 'not-found'
  | 'not-fresh'
  | 'yourself'
  | 'last-platform-administrator'
  | 'disabled-already'
  | 'not-disabled'
  | 'not-active'
  | 'no-factor'
  | 'removal-waits'
  | 'no-removal';

export const peopleWords: Words<PeopleRefusal> = {
  'not-found': 'There is no such account.',
  'not-fresh': notFresh,
  yourself: 'You cannot do this to your own account. Another platform administrator can. Nothing was changed.',
  'last-platform-administrator': 'This is the only platform administrator. Nothing was changed.',
  'disabled-already': 'This account is disabled already.',
  'not-disabled': 'This account is not disabled. Nothing was changed.',
  'not-active': 'This account is closed, so nothing can be changed on it.',
  'no-factor': 'This account has no second factor. Nothing was changed.',
  'removal-waits': 'The removal is planned already. Nothing was changed.',
  'no-removal': 'No removal is planned any more. Nothing was changed.',
};

/** Why an account is disabled, as its owner reads it too. */
export const disablingWords: Record<DisablingReason, string> = {
  misuse: 'It was used against the rules of this service',
  'at-risk': 'Somebody else may have got into it',
  asked: 'The organisation asked for it',
  duplicate: 'The person has another account',
};

type PersonState = 'active' | 'unconfirmed' | 'disabled' | 'closing' | 'closed';
type StateWords = { tag: string; look: 'active' | 'pending' | 'rejected' | 'off' };

export const personStateWords: Record<PersonState, StateWords> = {
  active: { tag: 'Active', look: 'active' },
  unconfirmed: { tag: 'Not confirmed', look: 'pending' },
  disabled: { tag: 'Disabled', look: 'rejected' },
  closing: { tag: 'Closing', look: 'off' },
  closed: { tag: 'Erased', look: 'off' },
};

export const peopleFilterWords = {
  '': 'All',
  active: 'Active',
  unconfirmed: 'Not confirmed',
  disabled: 'Disabled',
  closing: 'Closing',
  closed: 'Erased',
  platform: 'Platform administrators',
};
