import { done, type Result, refuse } from '@/lib/core/result';
import type { Standing } from './machine';

const DAY = 86_400_000;

const COOL_DOWN_DAYS = 7;
/** How often somebody may ask again after a rejection or removal. */
export const MOST_REPEATS = 3;
export const MOST_OPEN_REQUESTS = 5;
/** More than these are a reason for the platform team to look twice. */
export const MANY_OPEN_REQUESTS = 3;
export const MOST_REQUESTS_A_DAY = 10;
export const MOST_MESSAGES_A_DAY = 5;

export type AskingRefusal = 'cooling-down' | 'asked-too-often' | 'too-many-open' | 'too-many-today';

type Asking = {
  standing: Standing;
  since: Date | null;
  /** Rejections and removals since the last approval. */
  refusals: number;
  /** Requests of this person that wait elsewhere. */
  open: number;
  /** Requests of this person in the last 24 hours. */
  today: number;
};

/** When somebody who was turned away may ask again; null for those who need not wait. */
export const askAgainFrom = (standing: Standing, since: Date | null): Date | null =>
  since && (standing === 'rejected' || standing === 'removed')
    ? new Date(since.getTime() + COOL_DOWN_DAYS * DAY)
    : null;

export const mayAskAgain = (refusals: number): boolean => refusals <= MOST_REPEATS;

/** May this person ask (again) now? The machine has already said that their standing allows asking. */
export function mayAsk({ standing, since, refusals, open, today }: Asking, now: Date): Result<null, AskingRefusal> {
  if (!mayAskAgain(refusals)) return refuse('asked-too-often');
  const from = askAgainFrom(standing, since);
  if (from && now < from) return refuse('cooling-down', { from });
  if (open >= MOST_OPEN_REQUESTS) return refuse('too-many-open');
  return today >= MOST_REQUESTS_A_DAY ? refuse('too-many-today') : done(null);
}
