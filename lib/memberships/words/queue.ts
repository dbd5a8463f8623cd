import { formatDateTime } from '@/lib/core/dates';
import type { Words } from '@/lib/core/words';
import { isClosed } from '@/lib/organisations/rules/status';
import { MANY_OPEN_REQUESTS } from '../rules/asking';
import type { Standing } from '../rules/machine';
import { MOST_SAVED_FILTERS, type SaveRefusal } from '../rules/saved-filters';
import type { QueueFilters } from '../schema/queue';

export const waitingFilterWords: Record<QueueFilters['waiting'], string> = {
  platform: 'Platform team',
  organisation: 'An organisation’s admin',
  person: 'The person’s answer',
  all: 'Anybody',
};
export const kindFilterWords = { '': 'All', practice: 'Practice', pcn: 'PCN' };
export const flagFilterWords: Record<QueueFilters['flag'], string> = {
  '': 'Any',
  personal: 'Personal email',
  'look-alike': 'Not an NHS address',
  shared: 'Shared mailbox',
  again: 'Turned away before',
  many: `More than ${MANY_OPEN_REQUESTS} requests`,
  closed: 'Organisation closed',
};
export const ageFilterWords: Record<QueueFilters['age'], string> = {
  '': 'Any',
  'on-time': 'On time',
  due: 'Due today',
  late: 'Late',
};
export const assigneeFilterWords: Record<QueueFilters['assignee'], string> = {
  '': 'Anybody or nobody',
  me: 'Me',
  nobody: 'Nobody',
  others: 'A colleague',
};

/** A sentence for each reason why filters were not saved. */
export const savedFilterRefusals: Words<SaveRefusal | 'not-found' | 'factor-needed'> = {
  'not-found': 'These saved filters are not there any more.',
  'factor-needed': 'Admins need a second step for signing in, and you have not set one up. Nothing was changed.',
  'nothing-narrowed': 'No filters are set, so there is nothing to save.',
  'name-used': 'You have saved other filters under this name. Choose another one.',
  'saved-already': 'You have saved these filters already, under another name. Nothing was changed.',
  'too-many-saved': `You have saved ${MOST_SAVED_FILTERS} filters, which is as many as there can be. Remove one first.`,
};

/** A number that is not counted beyond 1,000. */
export const countWords = (count: number): string => (count > 1000 ? '1,000+' : count.toLocaleString('en-GB'));

/** Reasons to look twice that lie in the request and its organisation, as short tags beside those of the evidence. */
export function requestFlagWords({ requests, refusals, status, accountWorks }: Flagged): string[] {
  return [
    ...(requests > MANY_OPEN_REQUESTS ? [`${requests} requests`] : []),
    ...(refusals > 0 ? ['Turned away before'] : []),
    ...(isClosed(status) ? ['Organisation closed'] : []),
    ...(accountWorks ? [] : ['Account closed']),
  ];
}

type Flagged = { requests: number; refusals: number; status: string; accountWorks: boolean };

/** Who of the platform team looks after a request. */
export const assigneeWords = (assigned: 'me' | 'nobody' | 'others', name: string | null): string =>
  assigned === 'me' ? 'You' : assigned === 'nobody' ? 'Nobody' : (name ?? 'A former colleague');

/** The check page of a bulk decision. */
export const bulkTitles = {
  approve: 'Check what you are about to approve',
  reject: 'Check what you are about to reject',
};

/** Why something cannot happen, said before anybody tried: nothing was to be changed. */
export const lackWords = (sentence: string): string =>
  sentence.replace(/ (Nothing was changed\.|Your decision was not saved\.)$/, '');

/** How a bulk decision went, in one line. */
export function bulkWords(items: readonly { outcome: string | null; choice: string | null }[]): string {
  const of = (wanted: (item: { outcome: string | null; choice: string | null }) => boolean) =>
    items.filter(wanted).length;
  const parts = [
    [of(({ outcome, choice }) => outcome === 'done' && choice === 'approve'), 'approved'],
    [of(({ outcome, choice }) => outcome === 'done' && choice === 'reject'), 'rejected'],
    [of(({ outcome }) => outcome === 'decided'), 'already decided'],
    [of(({ outcome }) => outcome === 'refused'), 'not decided'],
    [of(({ outcome }) => outcome === 'left'), 'left waiting'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return said.length > 0 ? `${said.join(', ')}.` : 'Nothing was decided.';
}

/** A decided request, for whoever comes later. */
export function decidedWords({ outcome, role, by, at }: Decided): string {
  const what = outcome === 'rejected' ? 'Rejected' : role === 'admin' ? 'Approved as an admin' : 'Approved as a member';
  return `${what}${by ? ` by ${by}` : ''}, ${formatDateTime(at)}.`;
}

type Decided = { outcome: 'approved' | 'rejected'; role: string | null; by: string | null; at: Date };

type Ended = { person: string; standing: Standing; since: Date; decided: ApprovalDecision | null };
type ApprovalDecision = { outcome: 'approve' | 'reject'; role: string | null; by: string; at: Date };

/** What became of a request that no longer waits, for an admin who opens its link. */
export function approvalWords({ person, standing, since, decided }: Ended): string {
  if (standing === 'withdrawn') return `${person} withdrew the request, ${formatDateTime(since)}.`;
  if (standing === 'expired') return `Nobody decided within 30 days, so the request ended, ${formatDateTime(since)}.`;
  const now = whereNow[standing] ?? '';
  if (!decided) return now ? `${person} ${now}.` : 'The request no longer waits.';
  const { outcome, role, by, at } = decided;
  const words = decidedWords({ outcome: outcome === 'approve' ? 'approved' : 'rejected', role, by, at });
  return standing === 'left' || standing === 'removed' || standing === 'lapsed'
    ? `${words} Since then ${person} ${now}.`
    : words;
}

const whereNow: Partial<Record<Standing, string>> = {
  invited: 'has an invitation that waits for their answer',
  member: 'is a member',
  admin: 'is an admin',
  rejected: 'was turned away',
  left: 'has left',
  removed: 'was removed',
  lapsed: 'has lapsed',
};
