import { Page } from '@/components/layout/page';
import { buttonClass } from '@/components/ui/button-class';
import { Time } from '@/components/ui/time';
import { formatDateTime } from '@/lib/core/dates';
import { LookAgain } from './look-again';

/** Where an export stands: being made, or ready to download until a day. */
export function ExportStatus({ id, asked, until, bytes, now }: Props) {
  return (
    <Page
      title={until ? 'Your data is ready' : 'Your data is being collected'}
      narrow
      breadcrumb={[
        { href: '/accounts/profile/', text: 'Your account' },
        { href: '/accounts/profile/export/?again=1', text: 'Export my data' },
      ]}
    >
      <div className="grid justify-items-start gap-6">
        <p role="status">
          {until ? (
            <>
              One ZIP file, {sizeWords(bytes)}, made from what was held <Time at={asked} now={now} />. It stays here
              until {formatDateTime(until)}; then it is removed.
            </>
          ) : (
            <>
              You asked <Time at={asked} now={now} />. You can leave this page: we send an email when the file is ready.
            </>
          )}
        </p>
        {until ? (
          <>
            <a href={`/accounts/profile/export/${id}/`} className={buttonClass({})} download>
              Download the file
            </a>
            <a href="/accounts/profile/export/?again=1">Make a newer one</a>
          </>
        ) : (
          <LookAgain href="/accounts/profile/export/" />
        )}
      </div>
    </Page>
  );
}

const sizeWords = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

type Props = { id: string; asked: Date; until: Date | null; bytes: number; now: Date };
