import Link from 'next/link';
import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { formatTime } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';
import { SendAnother } from './send-another';

/** What to do when the mail does not come. The time of the next one is the same for every address. */
export function NotArrived({ action, nextMail, now, outbox, here, children }: Props) {
  const wait = nextMail ? nextMail.getTime() - now.getTime() : 0;
  return (
    <>
      {outbox && (
        <p>
          No mail server is set up: <Link href="/outbox/">open the local outbox</Link>.
        </p>
      )}
      <Disclosure summary="Not arrived?">
        <div className="grid gap-4">
          <SendAnother here={here} action={action} wait={wait} time={nextMail && formatTime(nextMail)} />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            {children}
            <Link href="/help/">Ask for help</Link>
          </div>
        </div>
      </Disclosure>
    </>
  );
}

type Props = {
  action: FormAction;
  nextMail: Date | null;
  now: Date;
  outbox: boolean;
  /** The page this stands on. */
  here: string;
  /** What else can be done while the mail does not come. */
  children?: ReactNode;
};
