import type { Outcome } from '../rules/invitations';
import type { MembershipRole } from './requests';

/** An invitation as an admin of its organisation sees it: the same whether the address has an account or not. */
export type WaitingInvitation = {
  id: string;
  address: string;
  role: MembershipRole;
  by: string;
  at: Date;
  expires: Date;
  sentAgain: boolean;
  /** It rests on the word of an admin; false when they are none any more. */
  vouched: boolean;
};

export type WaitingInvitations = {
  rows: WaitingInvitation[];
  total: number;
  /** Cursor of the next page. */
  next: string | null;
};

/** What an admin is told of a list before it is sent. */
export type CheckedList = {
  checked: {
    address: string;
    outcome: Outcome /** The request of whoever asked already. */;
    requestId: string | null;
  }[];
  malformed: string[];
  repeated: number;
  /** More than can be sent at once. */
  tooMany: boolean;
};

/** One's own invitation. */
export type OwnInvitation = {
  /** The membership that waits for the answer. */
  id: string;
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  role: MembershipRole;
  by: string;
  at: Date;
  expires: Date;
  /** Why it cannot be accepted now. */
  flaw: 'invitation-over' | 'inviter-gone' | 'organisation-closed' | null;
};

/** What stands behind a mailed link, for whoever has the mail. */
export type MailedInvitation = Omit<OwnInvitation, 'id'> & {
  address: string;
  /** The account that has confirmed this address. */
  ownerId: string | null;
};
