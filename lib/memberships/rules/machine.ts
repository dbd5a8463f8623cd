import type { MembershipRole, MembershipState } from '../schema/requests';

/** Where a person stands with an organisation. While active, the role is part of it. */
export const standings = [
  'none',
  'invited',
  'pending',
  'member',
  'admin',
  'rejected',
  'removed',
  'withdrawn',
  'left',
  'lapsed',
  'expired',
] as const;
export type Standing = (typeof standings)[number];

/** In what capacity somebody acts on a membership; the first that fits counts, so nobody is an admin over themselves. */
export const capacities = ['self', 'admin', 'pcn', 'platform', 'clock', 'register'] as const;
export type Capacity = (typeof capacities)[number];

/**
 * When the capacity may do it. `theirs`: the organisation has no admin, or its admins let the request wait too long.
 * `ownerless`: the organisation has no admin. `alone`: it has no other admin than the person concerned.
 */
export type When = 'always' | 'theirs' | 'ownerless' | 'alone';

type Transition = {
  from: readonly Standing[];
  /** `same` writes down that something happened and changes no state. */
  to: readonly Standing[] | 'same';
  by: Partial<Record<Capacity, When>>;
};

const over = ['none', 'rejected', 'removed', 'withdrawn', 'left', 'lapsed', 'expired'] as const;
// `pcn`: an admin of the practice's PCN, while the practice lets them decide its requests. They can do nothing else there.
const deciders = { admin: 'always', pcn: 'always', platform: 'theirs' } as const;

/** The closed table: what is not listed is refused and changes nothing (R09). */
const transitions = {
  request: { from: over, to: ['pending'], by: { self: 'always' } },
  // Only by those who know each other: where there is no admin, people ask, and the platform team decides.
  invite: { from: over, to: ['invited'], by: { admin: 'always' } },
  accept: { from: ['invited'], to: ['member', 'admin'], by: { self: 'always' } },
  decline: { from: ['invited'], to: ['none'], by: { self: 'always' } },
  cancel: { from: ['invited'], to: ['none'], by: { admin: 'always', platform: 'always' } },
  'let-invitation-lapse': { from: ['invited'], to: ['none'], by: { clock: 'always' } },
  withdraw: { from: ['pending'], to: ['withdrawn'], by: { self: 'always' } },
  'add-message': { from: ['pending'], to: 'same', by: { self: 'always' } },
  nudge: { from: ['pending'], to: 'same', by: { self: 'always' } },
  approve: { from: ['pending'], to: ['member', 'admin'], by: deciders },
  reject: { from: ['pending'], to: ['rejected'], by: deciders },
  'ask-for-more': { from: ['pending'], to: 'same', by: deciders },
  remind: { from: ['pending'], to: 'same', by: { clock: 'always' } },
  escalate: { from: ['pending'], to: 'same', by: { clock: 'always' } },
  expire: { from: ['pending'], to: ['expired'], by: { clock: 'always' } },
  leave: { from: ['member', 'admin'], to: ['left'], by: { self: 'always' } },
  // The one exit of the last admin beside a hand-over: knowingly, into the platform team's queue (R12).
  resign: { from: ['admin'], to: ['left'], by: { self: 'alone' } },
  'step-down': { from: ['admin'], to: ['member'], by: { self: 'always' } },
  promote: { from: ['member'], to: ['admin'], by: { admin: 'always', platform: 'ownerless' } },
  demote: { from: ['admin'], to: ['member'], by: { admin: 'always' } },
  remove: { from: ['member', 'admin'], to: ['removed'], by: { admin: 'always' } },
  // The yearly check of the list. Whoever checks it stands there by doing so; of the last admin, who did not answer, the
  // platform team finds out.
  attest: { from: ['member', 'admin'], to: 'same', by: { admin: 'always', platform: 'alone' } },
  'attest-self': { from: ['admin'], to: 'same', by: { self: 'always' } },
  lapse: { from: ['member', 'admin'], to: ['lapsed'], by: { clock: 'always', platform: 'alone' } },
  // By whoever did it, shortly afterwards, while nothing else has happened: see rules/undo.ts.
  'undo-approve': {
    from: ['member', 'admin'],
    to: ['pending'],
    by: { admin: 'always', pcn: 'always', platform: 'always' },
  },
  'undo-reject': { from: ['rejected'], to: ['pending'], by: { admin: 'always', pcn: 'always', platform: 'always' } },
  'undo-remove': { from: ['removed'], to: ['member', 'admin'], by: { admin: 'always' } },
  'undo-withdraw': { from: ['withdrawn'], to: ['pending'], by: { self: 'always' } },
  'undo-leave': { from: ['left'], to: ['member', 'admin'], by: { self: 'always' } },
} as const satisfies Record<string, Transition>;

export type Operation = keyof typeof transitions;
export const operations = [
  'request',
  'invite',
  'accept',
  'decline',
  'cancel',
  'let-invitation-lapse',
  'withdraw',
  'add-message',
  'nudge',
  'approve',
  'reject',
  'ask-for-more',
  'remind',
  'escalate',
  'expire',
  'leave',
  'resign',
  'step-down',
  'promote',
  'demote',
  'remove',
  'attest',
  'attest-self',
  'lapse',
  'undo-approve',
  'undo-reject',
  'undo-remove',
  'undo-withdraw',
  'undo-leave',
] as const satisfies readonly Operation[];

/** Takes back a decision, as if it had not been made. */
export const isUndo = (operation: Operation): boolean => operation.startsWith('undo-');

export const transition = (operation: Operation): Transition => transitions[operation];

/** The standing that a row's two columns mean; no row is `none`. */
export function standingOf(row: { state: MembershipState; role: MembershipRole | null } | null): Standing {
  if (!row) return 'none';
  return row.state === 'active' ? (row.role ?? 'member') : row.state;
}

/** The two columns that hold a standing. */
export function columnsOf(standing: Exclude<Standing, 'none'>): {
  state: MembershipState;
  role: MembershipRole | null;
} {
  return standing === 'member' || standing === 'admin'
    ? { state: 'active', role: standing }
    : { state: standing, role: null };
}
