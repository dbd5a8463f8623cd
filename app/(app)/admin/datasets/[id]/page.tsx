import { notFound } from 'next/navigation';
import { LoadsTable } from '@/components/datasets/loads-table';
import { SourceForm } from '@/components/datasets/source-form';
import { Page } from '@/components/layout/page';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Section } from '@/components/ui/section';
import { findDataset, listLoads } from '@/lib/datasets/queries/administration';
import { datasetId } from '@/lib/datasets/schema';
import { datasetHints, datasetNames } from '@/lib/datasets/words';
import { takeNotices } from '@/lib/web/notice';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { fetchNow, saveSource } from '../actions';

/** One dataset: where it is published, and everything that was ever loaded or refused. */
export default async function Dataset({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireViewer(`/admin/datasets/${id}/`);
  await requirePowers(viewer, 'platform', `/admin/datasets/${id}/`);
  const dataset = datasetId.safeParse(id).data;
  const status = dataset && (await findDataset(viewer, dataset));
  if (!status) notFound();
  const loads = await listLoads(viewer, status.dataset);
  return (
    <Page
      title={datasetNames[status.dataset]}
      lead={datasetHints[status.dataset]}
      workspace="Platform team"
      breadcrumb={[{ href: '/admin/datasets/', text: 'Data' }]}
      banner={<NoticeBanners notices={await takeNotices(viewer)} />}
      titled={false}
    >
      <Section id="source" title="Source">
        <SourceForm
          action={saveSource}
          dataset={status.dataset}
          url={status.url ?? ''}
          title={datasetNames[status.dataset]}
        />
        {status.url && (
          <ActionForm id="fetch" action={fetchNow} hidden={{ dataset: status.dataset }} className="mt-4">
            <Button look="outlined" pending="Asking…">
              Fetch now
            </Button>
          </ActionForm>
        )}
      </Section>
      <Section id="history" title="History">
        {loads.length > 0 ? (
          <LoadsTable loads={loads} />
        ) : (
          <EmptyState drawing="nothing-yet" title="Nothing was loaded yet">
            What is loaded or refused is listed here, newest first.
          </EmptyState>
        )}
      </Section>
    </Page>
  );
}
