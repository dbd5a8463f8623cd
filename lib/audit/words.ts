import type { AuditAction } from '@/lib/core/audit';
import { type ActivityGroup, activityGroups } from './schema';

/** Where an entry is read: by the admins of its organisation, by the platform team. */
export type Readers = 'organisation' | 'platform';

type Group = { words: string; for: readonly Readers[] };

/**
 * Who reads what. When colleagues worked is nobody's business: admins see the month of a last visit and no more, so the
 * switching of workspaces is not for them. What people keep in presets is theirs and their organisation's.
 */
export const groups: Record<ActivityGroup, Group> = {
  requests: { words: 'Requests and decisions', for: ['organisation', 'platform'] },
  members: { words: 'Members and roles', for: ['organisation', 'platform'] },
  register: { words: 'The national register', for: ['organisation', 'platform'] },
  downloads: { words: 'Downloads of records', for: ['organisation', 'platform'] },
  presets: { words: 'Shared presets', for: ['organisation'] },
  workspaces: { words: 'Switching of workspaces', for: ['platform'] },
  accounts: { words: 'Accounts', for: ['platform'] },
  'sign-in': { words: 'Signing in', for: ['platform'] },
  factors: { words: 'Second factors', for: ['platform'] },
  data: { words: 'Data and upkeep', for: ['platform'] },
};

export const groupsFor = (readers: Readers): ActivityGroup[] =>
  activityGroups.filter(group => groups[group].for.includes(readers));

type Data = Record<string, unknown>;
type Sentence = string | ((data: Data) => string);
type Words = readonly [ActivityGroup, Sentence];

const asRole = ({ to }: Data) => (to === 'admin' ? ' as an admin' : to === 'member' ? ' as a member' : '');
const counted = (count: unknown, one: string, many: string) => (count === 1 ? `1 ${one}` : `${Number(count)} ${many}`);

const ended: Record<string, string | undefined> = { invited: 'an invitation', pending: 'a request' };

/** What happened, for every entry there can be. */
const words: Record<AuditAction, Words> = {
  'membership.request': ['requests', 'Asked to join'],
  'membership.withdraw': ['requests', 'Withdrew a request'],
  'membership.add-message': ['requests', 'Added a message to a request'],
  'membership.nudge': ['requests', 'Had the deciders reminded'],
  'membership.approve': ['requests', data => `Approved a request${asRole(data)}`],
  'membership.reject': ['requests', 'Rejected a request'],
  'membership.ask-for-more': ['requests', 'Asked a question about a request'],
  'membership.remind': ['requests', 'Reminded the deciders of a request'],
  'membership.escalate': ['requests', 'Asked the platform team too, because a request was late'],
  'membership.expire': ['requests', 'Closed a request that nobody decided for 30 days'],
  'membership.undo-approve': ['requests', 'Took an approval back'],
  'membership.undo-reject': ['requests', 'Took a rejection back'],
  'membership.invite': ['members', data => `Invited somebody${asRole(data)}`],
  'membership.invite-again': ['members', 'Sent an invitation again'],
  'membership.accept': ['members', data => `Accepted an invitation${asRole(data)}`],
  'membership.decline': ['members', 'Declined an invitation'],
  'membership.cancel': ['members', 'Cancelled an invitation'],
  'membership.let-invitation-lapse': ['members', 'Closed an invitation that nobody answered'],
  'membership.leave': ['members', 'Left'],
  'membership.resign': ['members', 'Left as the last admin'],
  'membership.step-down': ['members', 'Stepped down as an admin'],
  'membership.promote': ['members', 'Made somebody an admin'],
  'membership.demote': ['members', 'Made an admin a member'],
  'membership.remove': ['members', 'Removed somebody'],
  'membership.undo-withdraw': ['requests', 'Took the withdrawing of a request back'],
  'membership.undo-leave': ['members', 'Came back after leaving'],
  'membership.undo-remove': ['members', 'Took a removal back'],
  'membership.attest': ['members', 'Confirmed a member at the yearly check'],
  'membership.attest-self': ['members', 'Confirmed their own membership by checking the list'],
  'member-check.opened': ['members', 'Asked the admins to check the list of members'],
  'member-check.reminded': ['members', 'Reminded the admins to check the list of members'],
  'member-check.escalated': [
    'members',
    'Asked the platform team about the last admin, because nobody checked the list',
  ],
  'member-check.ended': ['members', 'Ended the check of the list of members'],
  'pcn-deciding.on': ['members', ({ pcn }) => `Let the admins of its PCN (${String(pcn)}) decide requests`],
  'pcn-deciding.off': ['members', ({ pcn }) => `No longer let the admins of its PCN (${String(pcn)}) decide requests`],
  'pcn-deciding.ended': [
    'members',
    ({ pcn }) => `Ended that the PCN ${String(pcn)} decides requests, because it is no longer its PCN`,
  ],
  'access.exported': [
    'downloads',
    ({ format }) => `Downloaded who has access as ${format === 'json' ? 'JSON' : 'CSV'}`,
  ],
  'membership.lapse': ['members', 'Ended a membership that nobody confirmed'],
  'membership.account-deleted': [
    'members',
    ({ from }) => `Ended ${ended[String(from)] ?? 'a membership'}, because the account was deleted`,
  ],
  'membership.take': ['requests', 'Took a request to look after'],
  'membership.give-back': ['requests', 'Gave a request back'],
  'membership.note': ['requests', 'Wrote an internal note about a request'],
  'membership.note-removed': ['requests', 'Removed an internal note of their own'],
  'membership.bulk': [
    'requests',
    ({ approve, reject }) =>
      `Decided several requests with one check: ${Number(approve)} to approve, ${Number(reject)} to reject`,
  ],
  'membership.demonstration-removed': ['members', 'Removed with the demonstration’s organisations'],
  'organisation.left-without-admin': ['members', 'Left the organisation without an admin'],
  'register.closed': ['register', 'Told the members that the organisation closed'],
  'register.reopened': ['register', 'Told the members that the organisation is open again'],
  'register.succeeded': ['register', 'Told the members who took over'],
  'activity.exported': [
    'downloads',
    ({ format }) => `Downloaded the activity as ${format === 'json' ? 'JSON' : 'CSV'}`,
  ],
  'preset.saved': ['presets', 'Saved a preset'],
  'preset.replaced': ['presets', 'Saved over a preset'],
  'preset.renamed': ['presets', 'Renamed a preset'],
  'preset.changed': ['presets', 'Changed a preset'],
  'preset.removed': ['presets', 'Deleted a preset'],
  'preset.restored': ['presets', 'Brought a deleted preset back'],
  // Kept for oneself alone, as one's own presets are.
  'queue.filters-saved': ['presets', 'Saved filters of the platform team’s requests'],
  'queue.filters-removed': ['presets', 'Removed saved filters of the platform team’s requests'],
  'workspace.switched': ['workspaces', 'Switched to a workspace'],
  'workspace.left': ['workspaces', 'Switched to the public view'],
  'account.registered': ['accounts', 'Registered an account'],
  'account.renamed': ['accounts', 'Changed the name on an account'],
  'account.withdrawn': ['accounts', 'Took a registration back'],
  'account.removed-unconfirmed': ['accounts', 'Removed an account whose address was never confirmed'],
  'account.first-steps-hidden': ['accounts', 'Put the first steps away'],
  'account.invitation-found': ['accounts', 'Found an invitation to the address just confirmed'],
  'account.disabled': ['accounts', 'Disabled an account'],
  'account.enabled': ['accounts', 'Enabled an account again'],
  'account.closed': ['accounts', 'Closed an account'],
  'account.reopened': ['accounts', 'Took the closing of an account back'],
  'account.erased': ['accounts', 'Erased a closed account'],
  'address.confirmed': ['accounts', 'Confirmed an email address'],
  'address.corrected': ['accounts', 'Corrected the address of a registration'],
  'address.mail-sent-again': ['accounts', 'Had the confirming email sent again'],
  'address.code-refused': ['accounts', 'Typed a confirming code that was refused'],
  'address.change-asked': ['accounts', 'Asked for another email address'],
  'address.change-cancelled': ['accounts', 'Gave up a change of address'],
  'address.changed': ['accounts', 'Changed the email address'],
  'address.put-back': ['accounts', 'Put the former email address back'],
  'export.asked': ['accounts', 'Asked for a copy of their data'],
  'export.made': ['accounts', 'Made a copy of somebody’s data'],
  'export.downloaded': ['accounts', 'Downloaded a copy of their data'],
  'session.begun': ['sign-in', 'Signed in'],
  'session.confirmed': ['sign-in', 'Confirmed who they are'],
  'session.replaced': ['sign-in', 'Was signed out by another sign-in in the same browser'],
  'session.ended': ['sign-in', 'Signed out'],
  'session.others-ended': [
    'sign-in',
    ({ count }) => `Signed out on ${counted(count, 'other device', 'other devices')}`,
  ],
  'session.ended-by-platform': [
    'sign-in',
    ({ count }) => `Ended ${counted(count, 'session', 'sessions')} of an account`,
  ],
  'sign-in.refused': ['sign-in', 'Tried to sign in and was refused'],
  'sign-in.factor-asked': ['sign-in', 'Gave the right password and was asked for the second step'],
  'sign-in.account-closing': ['sign-in', 'Signed in to an account that is closing'],
  'password.changed': ['sign-in', 'Changed the password'],
  'password.reset-asked': ['sign-in', 'Asked to reset a password'],
  'password.reset-code-taken': ['sign-in', 'Typed the code to reset a password'],
  'password.reset-code-refused': ['sign-in', 'Typed a wrong code to reset a password'],
  'factor.authenticator-begun': ['factors', 'Began to set up an authenticator app'],
  'factor.authenticator-added': ['factors', 'Set up an authenticator app'],
  'factor.authenticator-removed': ['factors', 'Removed the authenticator app'],
  'factor.passkey-added': ['factors', 'Added a passkey'],
  'factor.passkey-renamed': ['factors', 'Renamed a passkey'],
  'factor.passkey-removed': ['factors', 'Removed a passkey'],
  'factor.recovery-codes-made': ['factors', 'Made new recovery codes'],
  'factor.recovery-code-used': ['factors', 'Used a recovery code'],
  'factor.refused': ['factors', 'Gave a second step that was refused'],
  'factor.removal-planned': ['factors', 'Planned to remove somebody’s second factors'],
  'factor.removal-cancelled': ['factors', 'Gave up removing somebody’s second factors'],
  'factor.removal-stopped': ['factors', 'Stopped the removal of their second factors'],
  'factor.removed-by-platform': ['factors', 'Removed somebody’s second factors'],
  'platform-admin.granted': ['accounts', 'Made somebody a platform administrator'],
  'dataset.source-set': ['data', 'Set where data is fetched'],
  'dataset.source-removed': ['data', 'Removed where data is fetched'],
  'dataset.weekly-on': ['data', 'Switched the weekly fetch on'],
  'dataset.weekly-off': ['data', 'Switched the weekly fetch off'],
  'dataset.import-asked': ['data', 'Began an import'],
  'dataset.import-confirmed': ['data', 'Confirmed an import'],
  'dataset.import-discarded': ['data', 'Discarded an import'],
  'dataset.loaded': ['data', 'Loaded a file'],
  'dataset.refused': ['data', 'Refused a file'],
  'dataset.demonstration-made': ['data', 'Made the demonstration’s organisations'],
  'bank-holidays.loaded': ['data', 'Loaded the published bank holidays'],
  'house.kept': ['data', 'Removed what has expired'],
};

const known: Record<string, Words | undefined> = words;

/** What an entry says. One that an older version wrote under a name that is gone is shown as it was written. */
export function actionWords(action: string, data: Data = {}): string {
  const sentence = known[action]?.[1];
  return typeof sentence === 'function' ? sentence(data) : (sentence ?? action);
}

/** The names of all entries of these groups. */
export const actionsOf = (wanted: readonly ActivityGroup[]): string[] =>
  Object.entries(words).flatMap(([action, [group]]) => (wanted.includes(group) ? [action] : []));

/** Who acted, where it was no person. */
export const machineWords: Record<string, string> = {
  clock: 'Automatically',
  register: 'The register',
  system: 'The server’s operator',
  anonymous: 'Somebody not signed in',
};

export const PLATFORM_TEAM = 'The platform team';
export const GONE = 'An account that is gone';
