import type { Authoriser, Evidence, MembershipRole, MembershipState } from '../schema/requests';

/** A recorded step of one membership, with today's name of whoever took it. */
export type Step = {
  id: string;
  at: Date;
  operation: string;
  fromState: MembershipState | null;
  toState: MembershipState | null;
  fromRole: MembershipRole | null;
  role: MembershipRole | null;
  actorAs: string;
  actor: string | null;
  /** The PCN as whose admin they acted. */
  actorOrg: string | null;
  reason: string | null;
  evidence: Evidence | null;
  authoriser: Authoriser | null;
  undoes: string | null;
};

export type Access = {
  role: MembershipRole;
  since: Date;
  /** The step that let them in; null where nothing was recorded. */
  entry: Step | null;
  /** The invitation that they accepted. */
  invitation: Step | null;
  /** The step that gave them the role, where that is another one. */
  roleGiven: Step | null;
  /** When somebody last confirmed that they still belong. */
  confirmed: Step | null;
};

/** What the steps up to a moment, oldest first, say of somebody's access at that moment; null where they had none. */
export function accessAfter(steps: readonly Step[]): Access | null {
  const last = steps.at(-1);
  if (last?.toState !== 'active') return null;
  // What was taken back counts as not done, and so does the taking back.
  const undone = new Set(steps.map(({ undoes }) => undoes));
  const standing = steps.filter(({ id, undoes }) => undoes === null && !undone.has(id));
  const entry = standing.findLast(step => step.toState === 'active' && step.fromState !== 'active') ?? null;
  const after = entry ? standing.slice(standing.indexOf(entry) + 1) : standing;
  const before = entry ? standing.slice(0, standing.indexOf(entry)) : [];
  return {
    role: last.role ?? 'member',
    since: entry?.at ?? last.at,
    entry,
    invitation:
      entry?.operation === 'accept' ? (before.findLast(({ operation }) => operation === 'invite') ?? null) : null,
    roleGiven: after.findLast(({ fromRole, role }) => fromRole !== role) ?? null,
    confirmed: after.findLast(({ operation }) => operation === 'attest' || operation === 'attest-self') ?? null,
  };
}
