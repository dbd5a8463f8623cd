const DAY = 24 * 3_600_000;

/** What an administrator may do at this moment: everything, everything until a day, or nothing until they have a factor. */
export type Powers =
  | { kind: 'none' }
  | { kind: 'full' }
  | { kind: 'grace'; until: Date }
  | { kind: 'resting'; since: Date };

type Facts = {
  /** When the person became an administrator here; null if they are not one. */
  since: Date | null;
  /** When this installation began to ask for a factor; null counts as always. */
  enforcedFrom: Date | null;
  /** They have an authenticator app or a passkey. */
  hasFactor: boolean;
  graceDays: number;
  now: Date;
};

/**
 * An administrator needs a second factor; without one their powers rest when the days of grace are over (R33). The days
 * count from becoming an administrator, or from the day the installation began to ask, whichever is later.
 */
export function powersOf({ since, enforcedFrom, hasFactor, graceDays, now }: Facts): Powers {
  if (since === null) return { kind: 'none' };
  if (hasFactor) return { kind: 'full' };
  const start = Math.max(since.getTime(), enforcedFrom?.getTime() ?? 0);
  const end = new Date(start + graceDays * DAY);
  return end > now ? { kind: 'grace', until: end } : { kind: 'resting', since: end };
}

/** The powers can be used now. */
export const mayAct = ({ kind }: Powers): boolean => kind === 'full' || kind === 'grace';
