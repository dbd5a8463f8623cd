/**
 * Every table of the database, what it holds of a person, and what becomes of that: in the export, and when an account is
 * erased. A table that is not listed here fails a test, so a new one cannot be forgotten
 * (tests/accounts/personal-data.test.ts).
 */
type Personal = {
  /** Columns that name the person, by their id. */
  by: readonly string[];
  /** Under which heading of the export it stands, or why it does not. */
  exported: string | { not: string };
  /** Columns of an exported table that are not in the export, and why. Every other one shows in it, which a test holds. */
  withheld?: Record<string, string>;
  /** removed: the rows go. disassociated: they stay, without the person. emptied: the row stays as a bare id. */
  erased: 'removed' | 'disassociated' | 'emptied' | 'kept as a pseudonym';
};

const secret = 'Would open the account, or could be used to guess what does.';
const thread = 'Only ties one row to another.';
const theirs = 'Is about somebody else.';
const ofFile = 'Is about the file, not about a person.';
const inActivity = 'Stands under activity.';

export const personalTables = {
  users: {
    by: ['id'],
    exported: 'account',
    withheld: { password_hash: secret, image: 'Always empty.' },
    erased: 'emptied',
  },
  accounts: {
    by: ['user_id'],
    exported: { not: 'Empty: nobody signs in through another provider.' },
    erased: 'removed',
  },
  sessions: {
    by: ['user_id'],
    exported: 'sessions',
    withheld: { id: thread, session_token: secret },
    erased: 'removed',
  },
  notices: { by: [], exported: { not: 'A sentence for the next page; gone with its session.' }, erased: 'removed' },
  verification_tokens: {
    by: ['user_id'],
    exported: 'mailedLinks',
    withheld: { identifier: 'Purpose and address once more.', token: secret, code_digest: secret },
    erased: 'removed',
  },
  memberships: {
    by: ['user_id', 'assignee_id'],
    exported: 'memberships',
    withheld: { id: thread, assignee_id: inActivity, assigned_at: theirs },
    erased: 'disassociated',
  },
  invitations: {
    by: ['invited_by_id'],
    exported: 'invitations',
    withheld: { id: thread, address: 'Is somebody else’s, or the account’s own.', token: secret },
    erased: 'removed',
  },
  membership_events: {
    by: ['actor_id', 'invited_by_id'],
    exported: 'membershipEvents',
    withheld: {
      id: thread,
      position: 'Counts all events of the installation; those here stand in its order.',
      authoriser: theirs,
      invited_by_id: inActivity,
    },
    erased: 'disassociated',
  },
  reminders: {
    by: ['user_id'],
    exported: { not: 'What is about to be written to them; the mail stands under mails.' },
    erased: 'removed',
  },
  request_notes: {
    by: ['author_id'],
    exported: { not: 'What the platform team notes among themselves while it decides; its operator answers for it.' },
    erased: 'removed',
  },
  bulk_decisions: {
    by: ['actor_id'],
    exported: { not: 'The decisions made with it stand under membershipEvents, one by one.' },
    erased: 'disassociated',
  },
  bulk_items: { by: [], exported: { not: 'One line of a bulk decision.' }, erased: 'removed' },
  presets: {
    by: ['owner_id'],
    exported: 'presets',
    withheld: { id: thread, request_id: thread },
    erased: 'disassociated',
  },
  saved_filters: { by: ['user_id'], exported: 'savedFilters', withheld: { id: thread }, erased: 'removed' },
  mails: {
    by: ['user_id'],
    exported: 'mails',
    withheld: { id: thread, event_key: thread, sealed: 'Holds links that work; gone when the mail is sent.' },
    erased: 'removed',
  },
  audit: {
    by: ['actor_id', 'person_id'],
    exported: 'activity',
    withheld: { id: thread, subject: thread, request_id: thread },
    erased: 'kept as a pseudonym',
  },
  dataset_loads: {
    by: ['loaded_by_id'],
    exported: 'dataLoads',
    withheld: {
      id: thread,
      state: ofFile,
      period: ofFile,
      sha256: ofFile,
      rows: ofFile,
      report: ofFile,
      demonstration: ofFile,
    },
    erased: 'disassociated',
  },
  dataset_imports: {
    by: ['asked_by_id'],
    exported: 'dataImports',
    withheld: {
      id: thread,
      dataset_id: ofFile,
      file_key: ofFile,
      etag: ofFile,
      size: ofFile,
      force: ofFile,
      stage: ofFile,
      rows: ofFile,
      reports: ofFile,
      refusal: ofFile,
      changed_at: ofFile,
    },
    erased: 'disassociated',
  },
  exports: { by: ['user_id'], exported: 'exports', withheld: { id: thread, storage_key: thread }, erased: 'removed' },
  authenticators: {
    by: ['user_id'],
    exported: 'authenticators',
    withheld: { sealed: secret, last_step: 'Keeps a code from being used twice.' },
    erased: 'removed',
  },
  passkeys: {
    by: ['user_id'],
    exported: 'passkeys',
    withheld: { id: thread, credential_id: 'A number that the device knows.', public_key: 'The public half of a key.' },
    erased: 'removed',
  },
  recovery_codes: { by: ['user_id'], exported: 'recoveryCodes', withheld: { digest: secret }, erased: 'removed' },
  challenges: {
    by: ['user_id'],
    exported: { not: 'What one browser is asked for a few minutes while somebody signs in.' },
    erased: 'removed',
  },
  known_devices: { by: ['user_id'], exported: 'knownDevices', erased: 'removed' },
  factor_removals: {
    by: ['user_id', 'asked_by_id'],
    exported: 'factorRemovals',
    withheld: { id: thread },
    erased: 'removed',
  },
} as const satisfies Record<string, Personal>;

/** Tables that hold nothing about any person. */
export const impersonalTables = [
  'organisations',
  'organisation_versions',
  'pcn_spells',
  'datasets',
  'list_sizes',
  'successions',
  'register_changes',
  'member_checks',
  'pcn_deciding',
  'settings',
  '_prisma_migrations',
] as const;

export type PersonalTable = keyof typeof personalTables;
