import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { formatTime } from '@/lib/core/dates';
import type { FormAction } from '@/lib/core/form';

/** What to do when the mail does not come. The time of the next one is the same for every address. */
export function NotArrived({ action, nextMail, outbox }: Props) {
  return (
    <>
      {outbox && (
        <p>
          No mail server is set up: <Link href="/outbox/">open the local outbox</Link>.
        </p>
      )}
      <Disclosure summary="Not arrived?">
        <div className="grid gap-4">
          {nextMail ? (
            <p>
              You can send another at <strong className="tabular-nums">{formatTime(nextMail)}</strong>. A new email
              replaces the code you have.
            </p>
          ) : (
            <p>A new email replaces the code you have.</p>
          )}
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <ActionForm id="again" action={action}>
              <Button look="outlined" pending="Sending…">
                Send another email
              </Button>
            </ActionForm>
            <Link href="/accounts/verify/address/" prefetch={false}>
              Change the address
            </Link>
            <Link href="/accounts/verify/withdraw/" prefetch={false}>
              Delete this registration
            </Link>
            <Link href="/help/">Ask for help</Link>
          </div>
        </div>
      </Disclosure>
    </>
  );
}

type Props = { action: FormAction; nextMail: Date | null; outbox: boolean };
