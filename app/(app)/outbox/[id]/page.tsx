import { notFound } from 'next/navigation';
import { MailText } from '@/components/accounts/mail-text';
import { Page } from '@/components/layout/page';
import { SummaryList } from '@/components/ui/summary-list';
import { Time } from '@/components/ui/time';
import { findInOutbox } from '@/lib/accounts/queries/outbox';
import { currentViewer } from '@/lib/web/viewer';

export default async function OutboxMail({ params }: { params: Promise<{ id: string }> }) {
  const mail = await findInOutbox(await currentViewer(), (await params).id);
  if (!mail) notFound();
  return (
    <Page title={mail.subject} breadcrumb={[{ href: '/outbox/', text: 'Local outbox' }]} narrow>
      <SummaryList
        items={[
          { label: 'To', value: <span className="wrap-anywhere">{mail.to}</span> },
          { label: 'Sent', value: <Time at={mail.createdAt} clock /> },
        ]}
      />
      <div className="mt-6">
        <MailText text={mail.text} />
      </div>
    </Page>
  );
}
