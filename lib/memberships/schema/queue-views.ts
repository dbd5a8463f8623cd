import type { Facts } from '@/lib/core/result';
import type { DecisionRefusal } from '../rules/decide';
import type { Standing } from '../rules/machine';
import type { Authoriser, Evidence, MembershipRole } from './requests';

// What the platform team's pages show.

type Kind = 'practice' | 'pcn';

/** Who of the platform team looks after a request, as the viewer reads it. */
export type Assigned = 'me' | 'nobody' | 'others';

/** A request as the platform team's list shows it. */
export type QueueRow = {
  id: string;
  reference: string;
  name: string;
  email: string;
  code: string;
  organisation: string;
  kind: Kind;
  status: string;
  claim: string | null;
  requestedAt: Date;
  /** Waits for the person's answer since then. */
  pausedAt: Date | null;
  refusals: number;
  admins: number;
  adminLastSeen: Date | null;
  closedOn: Date | null;
  accountWorks: boolean;
  /** Requests of this person that wait, this one included. */
  requests: number;
  /** The viewer's own request. */
  own: boolean;
  /** How many internal notes it has. */
  notes: number;
  assigned: Assigned;
  assignee: string | null;
  evidence: Evidence;
};

/**
 * What the platform team has to decide, how much is late, what organisations decide first, and what the viewer has
 * taken. None is counted beyond 1,001.
 */
export type QueueCounts = { platform: number; late: number; organisation: number; mine: number };

export type Queue = {
  rows: QueueRow[];
  /** Matching requests, counted up to 1,001. */
  total: number;
  /** Cursor of the next page. */
  next: string | null;
  /** Over all requests, whatever the filters. */
  counts: QueueCounts;
  icbs: { code: string; name: string }[];
  /** The viewer's own saved filters, by name. */
  saved: SavedFilter[];
};

/** Filters under a name; `search` as the address carries them. */
export type SavedFilter = { id: string; name: string; search: string };

/** Why a request cannot be decided in bulk as wished. */
export type BulkLack = DecisionRefusal | 'person-gone' | 'changed-meanwhile';

/** One request of a bulk decision: what can become of it, what was chosen, and how it went. */
export type BulkItem = {
  id: string;
  membershipId: string;
  name: string;
  email: string;
  code: string;
  organisation: string;
  kind: Kind;
  status: string;
  standing: Standing;
  claim: string | null;
  requestedAt: Date | null;
  pausedAt: Date | null;
  refusals: number;
  requests: number;
  accountWorks: boolean;
  assigned: Assigned;
  assignee: string | null;
  evidence: Evidence;
  lacks: { approve: BulkLack | null; reject: BulkLack | null };
  choice: string | null;
  outcome: string | null;
  refusal: string | null;
  facts: Facts;
  eventId: string | null;
  undoneAt: Date | null;
  mayUndo: boolean;
};

/** Requests decided with one check. */
export type Bulk = {
  id: string;
  wish: 'approve' | 'reject';
  reason: string | null;
  confirmedAt: Date | null;
  finishedAt: Date | null;
  items: BulkItem[];
};

/** What somebody of the platform team noted for their colleagues. */
export type InternalNote = { id: string; at: Date; by: string | null; own: boolean; text: string };

export type QueueEvent = {
  id: string;
  operation: string;
  at: Date;
  actorAs: string;
  by: string | null;
  reason: string | null;
  message: string | null;
  role: MembershipRole | null;
  authoriser: Authoriser | null;
  evidence: Evidence | null;
};

/** One request with all that the platform team may know of it. */
export type QueueItem = {
  id: string;
  reference: string;
  name: string;
  email: string;
  accountWorks: boolean;
  accountSince: Date;
  code: string;
  organisation: string;
  kind: Kind;
  status: string;
  closed: boolean;
  standing: Exclude<Standing, 'none'>;
  claim: string | null;
  message: string | null;
  requestedAt: Date | null;
  evidence: Evidence | null;
  admins: number;
  /** Who decides now: the platform team, the organisation's admins first, or nobody of these (own request). */
  turn: 'platform' | 'organisation' | 'own';
  platformFrom: Date | null;
  pausedAt: Date | null;
  otherRequests: number;
  refusals: number;
  assigned: Assigned;
  assignee: string | null;
  assignedAt: Date | null;
  /** Null for the viewer's own request: notes about oneself are nobody's to read. */
  notes: InternalNote[] | null;
  /** The decision that holds: who, when, what. */
  decided: { outcome: 'approved' | 'rejected'; role: MembershipRole | null; by: string | null; at: Date } | null;
  events: QueueEvent[];
};
