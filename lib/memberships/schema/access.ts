import { z } from 'zod';
import type { Access } from '../rules/access';
import type { MembershipRole } from './requests';

/** One line of the receipt. */
export type AccessLine = {
  id: string;
  name: string;
  /** Of people who belong today; nobody needs the address of somebody who has left. */
  email: string | null;
  reference: string;
  role: MembershipRole;
  since: Date;
  /** Recorded, or null for what no record tells. */
  access: Access | null;
};

/** Who had access to an organisation at a moment, and who decided it. */
export type AccessReceipt = {
  code: string;
  name: string;
  kind: 'practice' | 'pcn';
  /** The moment it describes: now, or the end of a day in England. */
  at: Date;
  /** Null for now. */
  day: string | null;
  lines: AccessLine[];
  /** How many recorded steps it was made from, and the first of them. */
  steps: number;
  firstStep: Date | null;
};

const past = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** An earlier day, as the URL carries it; anything else is now. */
export function earlierDay(typed: unknown, today: string): string | null {
  const day = past.safeParse(typed).data;
  if (!day || Number.isNaN(Date.parse(day)) || !new Date(day).toISOString().startsWith(day)) return null;
  return day < today ? day : null;
}
