import type { Powers } from '@/lib/core/powers';
import type { Standing } from '../rules/machine';
import type { Evidence, MembershipRole, MembershipState } from './requests';

// What queries answer and pages show: plain objects, made for the reader they are for.

type Kind = 'practice' | 'pcn';

/** One of the viewer's organisations, as their account shows it. */
export type OwnMembership = {
  id: string;
  reference: string;
  code: string;
  name: string;
  kind: Kind;
  closed: boolean;
  closedOn: Date | null;
  standing: Exclude<Standing, 'none'>;
  since: Date;
  /** Why it ended, as they were told. */
  reason: string | null;
  /** When they may ask again; null when they need not wait or cannot. */
  askAgainFrom: Date | null;
  mayAskAgain: boolean;
};

/** People who wait for the viewer's decision in one organisation. */
export type Waiting = {
  code: string;
  name: string;
  kind: Kind;
  count: number;
  oldest: Date;
  /** Other admins who could decide as well. */
  otherAdmins: number;
};

/** One step of a request as the person concerned may know it: in what capacity it was decided, never by whom. */
type OwnEvent = {
  id: string;
  operation: string;
  at: Date;
  actorAs: string;
  reason: string | null;
  message: string | null;
  role: MembershipRole | null;
};

export type OwnRequest = {
  id: string;
  reference: string;
  code: string;
  name: string;
  kind: Kind;
  /** The PCN of a practice: worth linking as well. */
  pcn: { code: string; name: string } | null;
  standing: Exclude<Standing, 'none'>;
  since: Date;
  requestedAt: Date | null;
  claim: string | null;
  message: string | null;
  /** Somebody in the organisation can decide. */
  hasAdmin: boolean;
  /** The register says that it is closed: nobody can be let in. */
  closed: boolean;
  escalatedAt: Date | null;
  /** The deciders wait for the viewer's answer since then. */
  pausedAt: Date | null;
  /** From when the viewer may have the deciders reminded. */
  nudgeFrom: Date | null;
  askAgainFrom: Date | null;
  mayAskAgain: boolean;
  events: OwnEvent[];
};

/** Where the viewer stands with one organisation. */
export type OwnStanding = {
  id: string;
  code: string;
  standing: Standing;
  since: Date;
  askAgainFrom: Date | null;
  mayAskAgain: boolean;
};

/** A request as an administrator of the organisation sees it. */
export type PendingRequest = {
  id: string;
  reference: string;
  name: string;
  email: string;
  claim: string | null;
  message: string | null;
  requestedAt: Date;
  accountWorks: boolean;
  /** Waits for the person's answer since then. */
  pausedAt: Date | null;
  /** What was asked and answered since the request. */
  said: { by: 'decider' | 'person'; text: string }[];
  evidence: Evidence;
  /** Organisations in which both the viewer and the person are active. */
  shared: string[];
  /** The newest refusal before this request. */
  refusedBefore: { at: Date; reason: string | null; operation: string } | null;
};

export type DecidedRequest = {
  id: string;
  name: string;
  outcome: 'approve' | 'reject';
  role: MembershipRole | null;
  reason: string | null;
  at: Date;
  by: string;
  /** When it was taken back. */
  undoneAt: Date | null;
  /** The viewer may still take it back. */
  mayUndo: boolean;
};

export type Approvals = {
  code: string;
  name: string;
  kind: Kind;
  /** The register says that it is closed: nobody can be let in. */
  closed: boolean;
  /** The PCN as whose admin the viewer decides; null for the organisation's own admins. */
  pcn: { code: string; name: string } | null;
  /** How many wait, on all pages. */
  waiting: number;
  /** One page of what waits, or of what was decided. */
  pending: PendingRequest[];
  decided: DecidedRequest[];
  /** Cursor of the next page. */
  next: string | null;
};

/** One request as a link leads to it: waiting still, or what became of it. */
export type Approval = Pick<Approvals, 'code' | 'name' | 'kind' | 'closed' | 'pcn'> & {
  person: string;
  standing: Standing;
  since: Date;
  pending: PendingRequest | null;
  /** The newest decision that holds. */
  decided: DecidedRequest | null;
};

/** Who took over from an organisation, and where the viewer stands there. */
export type Successor = {
  code: string;
  name: string;
  town: string | null;
  postcode: string | null;
  joinable: boolean;
  standing: MembershipState | null;
  membershipId: string | null;
};

/** What the national register says of one of the viewer's organisations. `day` is an ISO day. */
export type RegisterNews = {
  news: 'closed' | 'reopened' | 'renamed' | 'moved-pcn';
  code: string;
  name: string;
  kind: Kind;
  day: string | null;
  was: string;
  now: string;
  /** The viewer does not belong to it, but waits for a decision. */
  waiting: boolean;
  successors: Successor[];
};

/** Somebody of an organisation, as a colleague sees them; what only admins may know is null for everybody else. */
export type Member = {
  id: string;
  name: string;
  role: MembershipRole;
  /** The viewer. */
  self: boolean;
  /** The account is disabled or about to be closed: it can do nothing here now. */
  resting: boolean;
  more: { email: string; since: Date; lastActive: Date | null } | null;
};

export type Members = {
  code: string;
  name: string;
  kind: Kind;
  /** The viewer's own membership. */
  id: string;
  role: MembershipRole;
  /** What the viewer may do here as an admin now. */
  powers: Powers;
  /** The register says that it is closed: nobody can be let in. */
  closed: boolean;
  /** Admins whose accounts work. */
  admins: number;
  /** Everybody who belongs to it, and those who match the filters. */
  total: number;
  matching: number;
  /** Invitations that wait; 0 for everybody but its admins. */
  invited: number;
  /** One page of those who match, and the cursor of the next one. */
  members: Member[];
  next: string | null;
};
