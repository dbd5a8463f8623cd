import { z } from 'zod';

const code = z.string().regex(/^[A-Z0-9]{3,8}$/);

/** May the admins of the PCN that the page named decide this practice's requests? */
export const pcnDeciding = z.object({
  code,
  pcn: code,
  decides: z.enum(['on', 'off']).transform(word => word === 'on'),
});
export type PcnDeciding = z.infer<typeof pcnDeciding>;

/** A practice and its PCN, as the practice's admin sees them. */
export type PracticePcn = {
  code: string;
  name: string;
  pcn: {
    code: string;
    name: string;
    /** Admins of the PCN whose accounts work: who could decide. */
    admins: number;
    /** Since when they decide; null while they do not. */
    since: Date | null;
  } | null;
};

/** A practice of a PCN, as the PCN's people see it: what the register says. */
export type PcnPractice = {
  code: string;
  name: string;
  town: string | null;
  /** Only for admins of the PCN: it lets them decide, and so many wait. */
  deciding: boolean;
  waiting: number;
};

export type PcnPractices = {
  code: string;
  name: string;
  role: 'member' | 'admin';
  practices: PcnPractice[];
};
