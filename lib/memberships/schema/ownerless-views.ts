/** An organisation that somebody belongs to and nobody decides for, as the platform team's list shows it. */
export type OwnerlessOrganisation = {
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  icb: string | null;
  members: number;
  /** Requests that wait for the platform team. */
  waiting: number;
  oldest: Date | null;
  /** Since when nobody decides there; null where nobody ever did. */
  since: Date | null;
};

export type Ownerless = {
  rows: OwnerlessOrganisation[];
  total: number;
  /** Cursor of the next page. */
  next: string | null;
};

/** Somebody who could become the first admin. */
export type AdoptableMember = {
  id: string;
  name: string;
  email: string;
  since: Date;
  /** Is one still, with an account that cannot act. */
  wasAdmin: boolean;
  works: boolean;
  /** The viewer, who cannot decide about themselves (R06). */
  self: boolean;
};

export type Adoption = {
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  closed: boolean;
  /** Admins whose accounts work. */
  admins: number;
  waiting: number;
  /** Nobody while it has an admin. */
  members: AdoptableMember[];
};
