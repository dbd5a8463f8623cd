import Link from 'next/link';
import { Problem } from '@/components/layout/problem';
import { ButtonLink } from '@/components/ui/button-link';
import type { LinkRefusal } from '@/lib/accounts/words';
import { formatTime } from '@/lib/core/dates';

/** A mailed link that no longer confirms: why, and the way to one that does. */
export function LinkProblem({ state, newerSentAt, waiting }: Props) {
  const { title, text } = sayings[state];
  return (
    <Problem
      title={title}
      action={
        <>
          <ButtonLink href={waiting ? '/accounts/verify/sent/' : '/accounts/login/'}>
            {waiting ? 'Type the code or send a new email' : 'Sign in to send a new email'}
          </ButtonLink>
          <Link href="/accounts/register/" prefetch={false}>
            Create an account
          </Link>
        </>
      }
    >
      <p>{state === 'link-superseded' && newerSentAt ? newer(newerSentAt) : text}</p>
      <p>Nothing was changed.</p>
    </Problem>
  );
}

type Props = { state: LinkRefusal; newerSentAt: Date | null; waiting: boolean };

const newer = (at: Date) => `A newer email was sent at ${formatTime(at)}. Use that one.`;

const sayings: Record<LinkRefusal, { title: string; text: string }> = {
  'link-unknown': {
    title: 'The link may be incomplete',
    text: 'Some email programs break long links. Copy the whole address from the email, or type the 6-digit code instead.',
  },
  'link-expired': { title: 'The link has expired', text: 'It worked for 24 hours.' },
  'link-superseded': { title: 'There is a newer email', text: 'This link was replaced. Use the newest email.' },
  'link-spent': { title: 'The link was used already', text: 'It works once.' },
};
