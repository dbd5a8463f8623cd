import type { RemovalReason } from '../schema/members';
import type { RejectionReason } from '../schema/requests';
import { reasonWords, removalWords } from '../words';

/** The reason as it is kept and sent: one of the list, or the decider's own words. */
export const reasonOf = ({ reason, reasonOther }: { reason: RejectionReason; reasonOther: string }): string =>
  reason === 'other' ? reasonOther : reasonWords[reason];

export const removalReasonOf = ({ reason, reasonOther }: { reason: RemovalReason; reasonOther: string }): string =>
  reason === 'other' ? reasonOther : removalWords[reason];
