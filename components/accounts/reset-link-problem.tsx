import Link from 'next/link';
import { Problem } from '@/components/layout/problem';
import { ButtonLink } from '@/components/ui/button-link';
import type { LinkRefusal } from '@/lib/accounts/words';
import { formatTime } from '@/lib/core/dates';

/** A link for a new password that no longer works: why, and the way to a new one. */
export function ResetLinkProblem({ state, newerSentAt }: { state: LinkRefusal; newerSentAt: Date | null }) {
  const { title, text } = sayings[state];
  return (
    <Problem
      title={title}
      action={
        <>
          <ButtonLink href="/accounts/password-reset/">Send a new email</ButtonLink>
          <Link href="/accounts/login/" prefetch={false}>
            Sign in
          </Link>
        </>
      }
    >
      <p>{newerSentAt ? `A newer email was sent at ${formatTime(newerSentAt)}. Use that one.` : text}</p>
      {state !== 'link-spent' && <p>Your password was not changed by this link.</p>}
    </Problem>
  );
}

const sayings: Record<LinkRefusal, { title: string; text: string }> = {
  'link-unknown': {
    title: 'The link may be incomplete',
    text: 'Some email programs break long links. Copy the whole address from the email.',
  },
  'link-expired': { title: 'The link has expired', text: 'It worked for 60 minutes.' },
  'link-superseded': { title: 'The link was replaced', text: 'The password was changed, or a newer link was sent.' },
  'link-spent': { title: 'The link was used already', text: 'It works once.' },
};
