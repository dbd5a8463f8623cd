import { EmailForm } from '@/components/accounts/email-form';
import { NotArrived } from '@/components/accounts/not-arrived';
import { WaitingAddress } from '@/components/accounts/waiting-address';
import { Banner } from '@/components/ui/banner';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findWaitingAddress } from '@/lib/accounts/queries/address-change';
import { isOutboxOpen } from '@/lib/accounts/queries/outbox';
import { takeTyped } from '@/lib/web/resume';
import { requireFresh, requireViewer } from '@/lib/web/viewer';
import { askForChange, cancel, confirmWithCode, sendAnother } from './actions';

type Asked = { searchParams: Promise<{ again?: string }> };

export default async function Email({ searchParams }: Asked) {
  const here = '/accounts/profile/email/';
  const viewer = await requireViewer(here);
  const waiting = await findWaitingAddress(viewer);
  if (!waiting) await requireFresh(here);
  const typed = await takeTyped(viewer, here);
  const notice = typed && <NoticeBanners notices={typed.notices} />;
  if (!waiting) {
    return <EmailForm action={askForChange} email={viewer.email} values={typed?.values} banner={notice} />;
  }
  const { address, nextMail } = waiting;
  return (
    <WaitingAddress
      actions={{ confirm: confirmWithCode, cancel }}
      address={address}
      email={viewer.email}
      banner={
        notice ?? ((await searchParams).again && <Banner>We sent a new email to {address}. Use that one.</Banner>)
      }
    >
      <NotArrived action={sendAnother} nextMail={nextMail} now={viewer.now} outbox={isOutboxOpen()} here={here} />
    </WaitingAddress>
  );
}
