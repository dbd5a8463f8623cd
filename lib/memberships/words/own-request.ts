import { formatDateTime } from '@/lib/core/dates';
import type { Words } from '@/lib/core/words';
import { type Refusal, refusals } from '../words';

/** What the person reads who still writes to a request that is over: what became of it, and what of their writing. */
export const ownRefusals: Words<Refusal> = {
  ...refusals,
  'already-decided': ({ at, outcome }) =>
    `Your request was ${outcome ?? 'decided'}${at instanceof Date ? ` on ${formatDateTime(at)}` : ''}, before this arrived. This was not saved.`,
  'was-withdrawn': 'You had withdrawn this request already. Nothing else was saved.',
  'was-expired': 'This request had expired, because nobody decided within 30 days. You can ask again.',
};

/** The request no longer waits: its page has no form any more that could say so. */
export const isOver = (refusal: string): boolean =>
  refusal === 'already-decided' ||
  refusal === 'was-withdrawn' ||
  refusal === 'was-expired' ||
  refusal === 'not-waiting';
