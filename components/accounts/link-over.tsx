import { Problem } from '@/components/layout/problem';
import { ButtonLink } from '@/components/ui/button-link';
import type { LinkRefusal } from '@/lib/accounts/words';
import { formatTime } from '@/lib/core/dates';

/** A mailed link that no longer does what its mail says: why, that nothing was changed, and where to go on. */
export function LinkOver({ state, newerSentAt, lasted, spent, href, action }: Props) {
  const says: Record<LinkRefusal, { title: string; text: string }> = {
    'link-unknown': {
      title: 'The link may be incomplete',
      text: 'Some email programs break long links. Copy the whole address from the email.',
    },
    'link-expired': { title: 'The link has expired', text: `It worked for ${lasted}.` },
    'link-superseded': {
      title: 'The link no longer works',
      text: newerSentAt
        ? `A newer email was sent at ${formatTime(newerSentAt)}. Use that one.`
        : 'It was cancelled, or something about the account has changed since it was sent.',
    },
    'link-spent': { title: 'The link was used already', text: spent },
  };
  return (
    <Problem title={says[state].title} action={<ButtonLink href={href}>{action}</ButtonLink>}>
      <p>{says[state].text}</p>
      {state !== 'link-spent' && <p>Nothing was changed.</p>}
    </Problem>
  );
}

type Props = {
  state: LinkRefusal;
  newerSentAt: Date | null;
  /** How long such a link works. */
  lasted: string;
  /** What using it did. */
  spent: string;
  href: string;
  action: string;
};
