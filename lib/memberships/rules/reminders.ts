/** As many single mails about new and waiting requests a day; what is more is told together. */
const SINGLY_A_DAY = 3;
/** A mail about many requests names so many, oldest first. */
export const NAMED_TOGETHER = 10;

type Told = {
  /** Requests that somebody is to hear of. */
  waiting: number;
  /** Mails about such requests that they were sent within a day, and whether one of them was about many. */
  mails: number;
  together: boolean;
};

/**
 * How somebody hears of the requests that wait for them: a few one by one, more in one mail, and later by whoever
 * had their share within the last day.
 */
export function howToTell({ waiting, mails, together }: Told): 'singly' | 'together' | 'later' {
  if (waiting + mails <= SINGLY_A_DAY) return 'singly';
  return waiting > SINGLY_A_DAY && !together ? 'together' : 'later';
}
