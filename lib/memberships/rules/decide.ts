import { done, type Result, refuse } from '@/lib/core/result';
import { isClosed } from '@/lib/organisations/rules/status';
import type { MembershipRole } from '../schema/requests';
import { type Capacity, isUndo, type Operation, type Standing, transition, type When } from './machine';

/** What is known, in the same transaction, when somebody wants to act on a membership. */
export type Situation = {
  standing: Standing;
  /** In what capacity they act; null has no business here at all. */
  capacity: Capacity | null;
  /** Admins of the organisation whose accounts work, the person concerned left out. */
  otherAdmins: number;
  /** The same, the person concerned included. */
  admins: number;
  /** The request has waited for longer than its organisation was given. */
  late: boolean;
  /** Practice or PCN as the register has it today. */
  organisation: 'open' | 'closed' | 'not-linkable';
};

/** How the register has an organisation, as far as a decision asks. */
export function opennessOf({ status, linkable }: { status: string; linkable: boolean }): Situation['organisation'] {
  if (isClosed(status)) return 'closed';
  return linkable ? 'open' : 'not-linkable';
}

export type Wish = { operation: Operation; role?: MembershipRole; hasAuthoriser?: boolean };

type StateRefusal =
  | 'already-asked'
  | 'already-invited'
  | 'already-linked'
  | 'already-decided'
  | 'was-withdrawn'
  | 'was-expired'
  | 'not-waiting'
  | 'not-linked'
  | 'already-admin'
  | 'not-an-admin'
  | 'not-invited'
  | 'nothing-to-undo';

export type DecisionRefusal =
  | StateRefusal
  | 'not-found'
  | 'own-request'
  | 'not-permitted'
  | 'not-your-turn'
  | 'last-administrator'
  | 'not-the-last'
  | 'another-admin'
  | 'role-above-own'
  | 'authoriser-missing'
  | 'organisation-closed'
  | 'not-linkable';

/** May this happen, and where does it lead? The one place that reads the table (R02, R06, R09, R12, R16). */
export function decide(wish: Wish, situation: Situation): Result<Standing, DecisionRefusal> {
  const { capacity, standing } = situation;
  const rule = transition(wish.operation);
  if (!capacity) return refuse('not-found');
  const when = rule.by[capacity];
  if (!when) return refuse(capacity === 'self' && rule.by.admin ? 'own-request' : 'not-permitted');
  if (!rule.from.includes(standing)) return refuse(explain(wish.operation, standing));
  if (!isTheirTurn(when, situation)) return refuse(notTheirTurn(when, capacity));
  const closed = closedDoor(wish.operation, situation);
  if (closed) return refuse(closed);

  const to = rule.to === 'same' ? standing : (rule.to.find(goal => goal === wish.role) ?? rule.to[0] ?? standing);
  // Nobody gives a role that they do not have there themselves (R06).
  if (capacity === 'pcn' && to === 'admin') return refuse('role-above-own');
  if (takesLastAdmin(wish.operation, to, when, situation)) return refuse('last-administrator');
  return needsAuthoriser(to, situation) && !wish.hasAuthoriser ? refuse('authoriser-missing') : done(to);
}

/**
 * An organisation keeps its last admin. Two ways lead back to the platform team's queue: the admin leaves it to them
 * knowingly, and the platform team takes back, at once, an appointment of its own (R12).
 */
function takesLastAdmin(operation: Operation, to: Standing, when: When, situation: Situation): boolean {
  const { standing, otherAdmins, capacity } = situation;
  if (standing !== 'admin' || to === 'admin' || otherAdmins > 0 || when === 'alone') return false;
  return operation !== 'undo-approve' || capacity !== 'platform';
}

function isTheirTurn(when: When, { admins, otherAdmins, late }: Situation): boolean {
  if (when === 'alone') return otherAdmins === 0;
  if (when === 'always' || admins === 0) return true;
  return when === 'theirs' && late;
}

function notTheirTurn(when: When, capacity: Capacity): DecisionRefusal {
  if (when !== 'alone') return 'not-your-turn';
  return capacity === 'platform' ? 'another-admin' : 'not-the-last';
}

function closedDoor(operation: Operation, { organisation }: Situation): DecisionRefusal | null {
  if (entering.has(operation) && organisation === 'closed') return 'organisation-closed';
  return operation === 'request' && organisation === 'not-linkable' ? 'not-linkable' : null;
}

/** The platform team does not know who works where: somebody in the organisation stands for it (R16). */
const needsAuthoriser = (to: Standing, { capacity, admins }: Pick<Situation, 'capacity' | 'admins'>): boolean =>
  capacity === 'platform' && (to === 'admin' || (to === 'member' && admins === 0));

// Nobody enters an organisation that is closed; turning away and leaving go on.
const entering: ReadonlySet<Operation> = new Set(['request', 'invite', 'accept', 'approve']);

/** Why an operation does not fit where the person stands. */
function explain(operation: Operation, standing: Standing): StateRefusal {
  if (isUndo(operation)) return 'nothing-to-undo';
  if (operation === 'request' || operation === 'invite') return explainEntry(standing);
  if (operation === 'accept' || operation === 'decline' || operation === 'cancel') return 'not-invited';
  const wanted = transition(operation).from;
  if (wanted.includes('pending')) return explainRequest(standing);
  if (operation === 'promote' && standing === 'admin') return 'already-admin';
  if (standing === 'member') return 'not-an-admin';
  return wanted.includes('invited') ? 'not-invited' : 'not-linked';
}

function explainEntry(standing: Standing): StateRefusal {
  if (standing === 'pending') return 'already-asked';
  return standing === 'invited' ? 'already-invited' : 'already-linked';
}

function explainRequest(standing: Standing): StateRefusal {
  if (standing === 'withdrawn') return 'was-withdrawn';
  if (standing === 'expired') return 'was-expired';
  return standing === 'none' || standing === 'invited' ? 'not-waiting' : 'already-decided';
}
