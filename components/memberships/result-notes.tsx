import type { ResultNote } from '@/components/organisations/search-results';
import { Tag } from '@/components/ui/tag';
import { formatDate } from '@/lib/core/dates';
import type { OwnMembership } from '@/lib/memberships/schema/views';
import { askAgainWords, standingWords } from '@/lib/memberships/words';

/** Where the reader stands with each organisation they ever asked for, as search results say it. */
export function resultNotes(memberships: readonly OwnMembership[], now: Date): Record<string, ResultNote> {
  return Object.fromEntries(memberships.map(membership => [membership.code, noteOf(membership, now)]));
}

function noteOf({ id, kind, standing, since, askAgainFrom, mayAskAgain }: OwnMembership, now: Date): ResultNote {
  const { tag, look } = standingWords[standing];
  const shown = <Tag look={look}>{tag}</Tag>;
  const href = `/accounts/profile/requests/${id}/`;
  if (standing === 'member' || standing === 'admin') {
    return {
      tag: shown,
      line: `You are already linked to this ${kind === 'pcn' ? 'PCN' : 'practice'}`,
      chosen: true,
      href,
    };
  }
  if (standing === 'pending') return { tag: shown, line: `You asked on ${formatDate(since)}`, chosen: true, href };
  if (standing === 'invited') return { tag: shown, line: 'You are invited', chosen: true, href };
  const waits = !mayAskAgain || (askAgainFrom !== null && now < askAgainFrom);
  const line = `${tag} on ${formatDate(since)}. ${askAgainWords(askAgainFrom, now, mayAskAgain)}`;
  return { tag: shown, line, chosen: waits, href };
}
