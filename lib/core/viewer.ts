/** The organisation a person works in at the moment: a default for pages without a code in their URL, never authority. */
export type Workspace = {
  membershipId: string;
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  role: 'member' | 'admin';
  /** Closed in the register: read only. */
  closed: boolean;
};

/** The time of a session's last request is written again once it is this old, in seconds. */
export const SEEN_EVERY = 300;

/** Seconds until a session ends: if nothing more is asked, at the very latest, and after each further request. */
export type SessionTime = { left: number; most: number; idle: number };

/** Who is asking, as the database said at the beginning of this request. Their address is confirmed: nobody else has a session. */
export type Person = {
  kind: 'person';
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  /** May act as a platform administrator now: is one, and has the second factor it needs or still time to set one up. */
  platformAdmin: boolean;
  /** When they last proved who they are in this session. */
  provedAt: Date;
  workspace: Workspace | null;
  /** The workspace cookie names something that is no longer theirs. */
  lostWorkspace: boolean;
  /** Of a request that came with a cookie. */
  sessionTime?: SessionTime;
  /** false: nothing was left to be told on the next page. */
  hasNotice?: boolean;
  now: Date;
  requestId: string;
};

export type Anonymous = { kind: 'anonymous'; now: Date; requestId: string };

/** Anybody who may ask a query or command something. */
export type Viewer = Person | Anonymous;

/** A job, an importer or an operator's command: acts without a person. */
export type Machine = { kind: 'clock' | 'register' | 'system'; now: Date; requestId: string };

export type Actor = Viewer | Machine;
