import Link from 'next/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { Page } from '@/components/layout/page';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { isOutboxOpen, listOutbox } from '@/lib/accounts/queries/outbox';
import { currentViewer } from '@/lib/web/viewer';

/** Mails of an installation without a mail server. Does not exist where there is one. */
export default async function Outbox() {
  await connection();
  if (!isOutboxOpen()) notFound();
  const mails = await listOutbox(await currentViewer());
  return (
    <Page title="Local outbox" lead="No mail server is set up, so emails are kept here and go nowhere.">
      {mails.length === 0 ? (
        <EmptyState title="No emails yet">
          An email appears here a moment after it would have been sent. Reload the page to look again.
        </EmptyState>
      ) : (
        <Table
          caption="Emails, newest first"
          columns={[{ label: 'Subject' }, { label: 'To' }, { label: 'Sent' }]}
          rows={mails.map(mail => ({
            id: mail.id,
            cells: [
              <Link key="open" href={`/outbox/${mail.id}/`} prefetch={false}>
                {mail.subject}
              </Link>,
              <span key="to" className="wrap-anywhere">
                {mail.to}
              </span>,
              <Time key="at" at={mail.createdAt} clock />,
            ],
          }))}
        />
      )}
    </Page>
  );
}
