const MINUTE = 60_000;

/** For so long after proving who they are may somebody change what guards their account (R42). */
const FRESH_FOR = 15 * MINUTE;

// A page asks a little earlier than its action does, so that there is time to fill its form in.
const TO_FILL_IN = 5 * MINUTE;

type Proved = { provedAt: Date };

/** The person proved who they are a short while ago. Asked by every command that needs it, with the time of the request. */
export const isFresh = ({ provedAt }: Proved, now: Date): boolean => now.getTime() - provedAt.getTime() < FRESH_FOR;

/** Fresh, and for long enough to open a page whose form needs it. */
export const isFreshForPage = (viewer: Proved, now: Date): boolean =>
  isFresh(viewer, new Date(now.getTime() + TO_FILL_IN));
