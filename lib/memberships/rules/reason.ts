import { type RejectionReason, rejectionReasons } from '../schema/requests';

/** The reason as it is kept and sent: one of the list, or the decider's own words. */
export const reasonWords = ({ reason, reasonOther }: { reason: RejectionReason; reasonOther: string }): string =>
  reason === 'other' ? reasonOther : rejectionReasons[reason];
