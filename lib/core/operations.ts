/**
 * Who may do what, seen from one practice: each room lists its operations, and for each the actors that may. From these
 * tables come a page of the documentation and the tests that try every operation as every actor (R02, R04).
 */
export const actors = {
  anonymous: 'Not signed in',
  unverified: 'Address not confirmed',
  stranger: 'Account, no organisation',
  pending: 'Asked to join, waits',
  invited: 'Invited, has not answered',
  member: 'Member',
  admin: 'Admin',
  rejected: 'Was rejected',
  removed: 'Was removed',
  'admin-elsewhere': 'Admin of another practice',
  'pcn-admin': 'Admin of its PCN',
  'deciding-pcn': 'Admin of its PCN, which it lets decide',
  platform: 'Platform admin',
} as const;

export type ActorName = keyof typeof actors;
export const actorNames = Object.keys(actors).filter((name): name is ActorName => name in actors);

export type OperationEntry = { words: string; may: readonly ActorName[] };
export type OperationTable = Readonly<Record<string, OperationEntry>>;

/** Everybody who has an account with a confirmed address. */
export const signedIn = [
  'stranger',
  'pending',
  'invited',
  'member',
  'admin',
  'rejected',
  'removed',
  'admin-elsewhere',
  'pcn-admin',
  'deciding-pcn',
  'platform',
] as const satisfies readonly ActorName[];
