import type { RejectionReason } from '../schema/requests';
import { reasonWords } from '../words';

/** The reason as it is kept and sent: one of the list, or the decider's own words. */
export const reasonOf = ({ reason, reasonOther }: { reason: RejectionReason; reasonOther: string }): string =>
  reason === 'other' ? reasonOther : reasonWords[reason];
