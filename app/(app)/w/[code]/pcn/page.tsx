import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PcnDecidingForm } from '@/components/memberships/pcn-deciding-form';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findPracticePcn } from '@/lib/memberships/queries/practices-and-pcn';
import { requirePowers } from '@/lib/web/powers';
import { noticesFor } from '@/lib/web/resume';
import { requireViewer } from '@/lib/web/viewer';
import { changePcnDeciding } from './actions';

/** A practice's PCN, and whether its admins decide the practice's requests: for the practice's admins. */
export default async function PcnPage({ params }: { params: Promise<{ code: string }> }) {
  const code = (await params).code.toUpperCase();
  const here = `/w/${code}/pcn/`;
  const viewer = await requireViewer(here);
  await requirePowers(viewer, { code }, here);
  const practice = await findPracticePcn(viewer, code);
  if (!practice) notFound();
  const { name, pcn } = practice;
  return (
    <div data-ws="practice">
      <Page
        title="Your PCN"
        lead={
          pcn
            ? `${name} (${code}) belongs to ${pcn.name} (${pcn.code}), the national register says.`
            : `The national register names no PCN of ${name} (${code}) now.`
        }
        workspace={`${name} (${code})`}
        breadcrumb={[
          { href: '/accounts/profile/', text: 'Your account' },
          { href: `/w/${code}/`, text: name },
        ]}
        banner={<NoticeBanners notices={await noticesFor(viewer, here)} />}
        titled={!pcn}
        narrow
      >
        {pcn ? (
          <PcnDecidingForm action={changePcnDeciding} practice={{ code, name }} pcn={pcn} />
        ) : (
          <EmptyState drawing="nothing-yet" title="No PCN">
            When the register names one, its admins can decide your requests too, if you let them.
          </EmptyState>
        )}
      </Page>
    </div>
  );
}
