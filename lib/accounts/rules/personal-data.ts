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
  /** removed: the rows go. disassociated: they stay, without the person. emptied: the row stays as a bare id. */
  erased: 'removed' | 'disassociated' | 'emptied' | 'kept as a pseudonym';
};

export const personalTables = {
  users: { by: ['id'], exported: 'account', erased: 'emptied' },
  accounts: {
    by: ['user_id'],
    exported: { not: 'Empty: nobody signs in through another provider.' },
    erased: 'removed',
  },
  sessions: { by: ['user_id'], exported: 'sessions', erased: 'removed' },
  notices: { by: [], exported: { not: 'A sentence for the next page; gone with its session.' }, erased: 'removed' },
  verification_tokens: { by: ['user_id'], exported: 'mailedLinks', erased: 'removed' },
  memberships: { by: ['user_id', 'assignee_id'], exported: 'memberships', erased: 'disassociated' },
  invitations: { by: ['invited_by_id'], exported: 'invitations', erased: 'removed' },
  membership_events: { by: ['actor_id', 'invited_by_id'], exported: 'membershipEvents', erased: 'disassociated' },
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
  presets: { by: ['owner_id'], exported: 'presets', erased: 'disassociated' },
  mails: { by: ['user_id'], exported: 'mails', erased: 'removed' },
  audit: { by: ['actor_id', 'person_id'], exported: 'activity', erased: 'kept as a pseudonym' },
  dataset_loads: { by: ['loaded_by_id'], exported: 'dataLoads', erased: 'disassociated' },
  dataset_imports: { by: ['asked_by_id'], exported: 'dataImports', erased: 'disassociated' },
  exports: { by: ['user_id'], exported: 'exports', erased: 'removed' },
  authenticators: {
    by: ['user_id'],
    exported: { not: 'The secret of the authenticator app would open the account to whoever has the file.' },
    erased: 'removed',
  },
  passkeys: { by: ['user_id'], exported: 'passkeys', erased: 'removed' },
  recovery_codes: {
    by: ['user_id'],
    exported: { not: 'Only fingerprints of the codes are kept.' },
    erased: 'removed',
  },
  challenges: {
    by: ['user_id'],
    exported: { not: 'What one browser is asked for a few minutes while somebody signs in.' },
    erased: 'removed',
  },
  known_devices: { by: ['user_id'], exported: 'knownDevices', erased: 'removed' },
  factor_removals: { by: ['user_id', 'asked_by_id'], exported: 'factorRemovals', erased: 'removed' },
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
