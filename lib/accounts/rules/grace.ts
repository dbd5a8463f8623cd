import { DAY } from './limits';

/** Until when a closed account can be taken back. */
export const graceEnds = (closedAt: Date, days: number): Date => new Date(closedAt.getTime() + days * DAY);
