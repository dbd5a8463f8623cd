import { notFound } from 'next/navigation';
import { ImportStatus } from '@/components/datasets/import-status';
import { titleOf } from '@/components/datasets/imports-table';
import { Page } from '@/components/layout/page';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { findImport } from '@/lib/datasets/queries/administration';
import { takeNotices } from '@/lib/web/notice';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { confirm, discard } from '../../actions';

/** One import: how far it is, what it would change, and the decision where it needs one. It can be left and opened again. */
export default async function Import({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireViewer(`/admin/datasets/imports/${id}/`);
  await requirePowers(viewer, 'platform', `/admin/datasets/imports/${id}/`);
  const asked = await findImport(viewer, id);
  if (!asked) notFound();
  return (
    <Page
      title={titleOf(asked)}
      workspace="Platform team"
      breadcrumb={[{ href: '/admin/datasets/', text: 'Data' }]}
      banner={<NoticeBanners notices={await takeNotices(viewer)} />}
      titled={asked.state !== 'to-confirm'}
      narrow
    >
      <ImportStatus asked={asked} now={viewer.now} confirm={confirm} discard={discard} />
    </Page>
  );
}
