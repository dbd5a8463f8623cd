import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PcnPractices } from '@/components/memberships/pcn-practices';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { listPcnPractices } from '@/lib/memberships/queries/practices-and-pcn';
import { takeNotices } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';

/** The practices of a PCN, for its people; its admins see which of them let the PCN decide. */
export default async function Practices({ params }: { params: Promise<{ code: string }> }) {
  const code = (await params).code.toUpperCase();
  const viewer = await requireViewer(`/w/${code}/practices/`);
  const pcn = await listPcnPractices(viewer, code);
  if (!pcn) notFound();
  const { name, role, practices } = pcn;
  return (
    <div data-ws="pcn">
      <Page
        title="Practices"
        lead={`The practices of ${name} (${code}), as the national register has them.`}
        workspace={`${name} (${code})`}
        breadcrumb={[
          { href: '/accounts/profile/', text: 'Your account' },
          { href: `/w/${code}/`, text: name },
        ]}
        banner={<NoticeBanners notices={await takeNotices(viewer)} />}
      >
        {practices.length > 0 ? (
          <PcnPractices practices={practices} admin={role === 'admin'} />
        ) : (
          <EmptyState drawing="nothing-yet" title="The register names no practice of this PCN">
            Practices are listed here when the next file of the register has them.
          </EmptyState>
        )}
        {role === 'admin' && (
          <p className="pt-6 text-s text-ink-soft">
            Being an admin of the PCN gives you nothing in a practice. Its admins can let you decide its requests, on
            the page “Your PCN” of their practice.
          </p>
        )}
      </Page>
    </div>
  );
}
