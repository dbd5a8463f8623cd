import type { MembershipRole } from './requests';

/** Somebody who is to be confirmed at the yearly check. */
export type CheckPerson = {
  id: string;
  name: string;
  email: string;
  role: MembershipRole;
  since: Date;
  works: boolean;
  /** A month, never a day. */
  lastActive: Date | null;
};

export type MemberCheck = {
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  /** `until`: when those who were not confirmed lapse. `late`: that has happened, and the platform team was asked. */
  open: { since: Date; until: Date; late: boolean } | null;
  people: CheckPerson[];
  /** Of whom `people` are the first. */
  total: number;
  last: Date | null;
  next: Date;
};

/** A list that nobody checked: whom the platform team asks about. */
export type UnansweredCheck = {
  id: string;
  code: string;
  organisation: string;
  openedAt: Date;
  escalatedAt: Date;
  name: string;
  email: string;
  since: Date;
  lastSignIn: Date | null;
};
